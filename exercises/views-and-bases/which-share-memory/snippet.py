import numpy as np
{{a}} = np.arange({{2 * h}})
{{v}} = {{a}}[{{i}}:]
{{w}} = {{a}}[[0, {{i}}]]
{{u}} = {{a}}.copy()
{{r}} = {{a}}.reshape(2, {{h}})
