import numpy as np
{{a}} = np.array([{{xs}}])
{{b}} = np.array([{{ys}}])
{{c}} = {{a}}
{{d}} = {{b}}
{{a}}, {{b}} = {{b}}, {{a}}
del {{a}}
{{b}} = None
{{c}} = {{d}}
{{end}}
