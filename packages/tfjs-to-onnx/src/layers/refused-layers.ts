// Nothing comes in; every layer class of tfjs-layers 4.22 that is not converted, each with the reason, goes out.
const text = 'it works on text and comes before or after the network, which is what a graph is made of'
const attention = 'attention is not converted yet'
const task = 'it is a pipeline around a network; convert the network inside'

export const refusedLayers: Readonly<Record<string, string>> = {
  ConvLSTM2D: 'ONNX has no convolutional recurrent operator',
  ConvLSTM2DCell: 'ONNX has no convolutional recurrent operator',
  RandomHeight: 'tfjs resizes by a random factor at inference, too',
  RandomWidth: 'tfjs resizes by a random factor at inference, too',
  Resizing: 'its declared output shape lacks the batch, so no layer of tfjs can follow it; resize before the model',
  CenterCrop: 'tfjs changes the declared input shape while it computes the output shape; crop before the model',
  CategoryEncoding: 'tfjs changes the declared input shape while it computes the output shape; encode before the model',
  MultiHeadAttention: attention,
  EinsumDense: attention,
  PositionEmbedding: attention,
  TransformerDecoder: attention,
  GPT2Backbone: attention,
  GPT2CausalLM: attention,
  Backbone: attention,
  BytePairTokenizer: text,
  StartEndPacker: text,
  Preprocessor: text,
  GPT2Preprocessor: text,
  GPT2CausalLMPreprocessor: text,
  PipelineModel: task,
  Task: task,
  GenerativeTask: task,
}
