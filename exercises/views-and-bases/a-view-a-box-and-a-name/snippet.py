import numpy as np
{{a}} = np.array([{{xs}}])
{{v}} = {{a}}[{{i}}:]
{{box}} = {{make}}
{{v}}[0] = {{n}}
del {{a}}
{{gone}}
{{last}}
