import numpy as np
{{a}} = np.{{make}}
{{b}} = {{a}}
{{box}} = [{{a}}, {{b}}]
del {{a}}
{{box}}.pop()
{{b}} = None
{{end}}
