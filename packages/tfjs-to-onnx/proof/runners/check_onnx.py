# A folder with jobs.json and ONNX files comes in; answers.json, what onnx's checker and reference evaluator say, goes out.
import json
import sys
import warnings
from pathlib import Path

import numpy
import onnx
from onnx.reference import ReferenceEvaluator

warnings.filterwarnings("ignore")
folder = Path(sys.argv[1])
types = {"float32": numpy.float32, "int32": numpy.int32}


def check(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
    return model


def answer(job):
    model = check(folder / job["file"])
    if job.get("sessionOptions", {}).get("onlyCheck"):
        return []
    session = ReferenceEvaluator(model)
    answers = []
    for feeds in job["questions"]:
        tensors = {f["name"]: numpy.array(f["data"], types[f["dataType"]]).reshape(f["shape"]) for f in feeds}
        outputs = session.run(None, tensors)
        answers.append([{"shape": list(o.shape), "data": o.astype(numpy.float64).ravel().tolist()} for o in outputs])
    return answers


answers = {}
for job in json.loads((folder / "jobs.json").read_text()):
    try:
        answers[job["id"]] = {"outputs": answer(job)}
    except Exception as error:  # whatever it is, it is the answer
        answers[job["id"]] = {"error": f"{type(error).__name__}: {error}"}
(folder / "answers.json").write_text(json.dumps(answers))
