import numpy as np
{{a}} = np.array([{{xs}}])
{{v}} = {{a}}[{{i}}:]
{{w}} = {{v}}[::{{k}}]
{{u}} = {{v}}.copy()
del {{v}}
