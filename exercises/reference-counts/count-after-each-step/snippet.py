import numpy as np
{{a}} = np.{{make}}
{{b}} = {{a}}
{{box}} = [{{a}}, {{b}}]
{{gone}}
{{box}}.pop()
{{box}} = None
del {{b}}
