import numpy as np
{{p}} = np.array([{{xs}}])
{{a}} = [{{p}}, np.array([{{ys}}])]
{{b}} = {{copy}}
del {{p}}
{{a}}.pop()
{{goneA}}
{{b}}[{{k}}] = None
{{last}}
