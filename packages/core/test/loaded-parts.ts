// Nothing in; the parts that are otherwise loaded when they are needed out: so tests time the work, not the loading.
import '../src/classify/other-calls'
import '../src/classify/other-pictures'
import '../src/model/load-foreign-model'
import '../src/options/closer-look'
import '../src/session/other-sessions'
