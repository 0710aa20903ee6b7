import numpy as np
{{a}} = np.array([{{xs}}])
{{b}} = {{a}}
{{c}} = np.array([{{ys}}])
{{d}} = {{c}}
del {{a}}
{{c}} = None
