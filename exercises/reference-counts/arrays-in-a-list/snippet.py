import numpy as np
{{a}} = np.array([{{xs}}])
{{b}} = np.array([{{ys}}])
{{box}} = [{{a}}, {{b}}]
{{goneA}}
{{goneB}}
{{box}}.pop({{i}})
{{end}}
