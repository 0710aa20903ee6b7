import numpy as np
{{t}} = 0
{{c}} = np.arange({{n}})
{{t}} += int({{c}}.sum())
{{c}} = None
{{d}} = np.ones({{m}})
{{t}} += int({{d}}.sum())
