import numpy as np
{{a}} = np.array([{{xs}}])
{{v}} = {{a}}[{{i}}:]
{{w}} = {{a}}[[{{i}}, {{j}}]]
{{v}}[0] = {{n}}
{{w}}[1] = {{m}}
{{v}} = {{v}} * 2
