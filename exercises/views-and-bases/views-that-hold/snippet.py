import numpy as np
{{a}} = np.arange({{n}})
{{v}} = {{a}}[{{i}}:]
{{w}} = {{v}}[::{{k}}]
{{goneV}}
{{goneA}}
{{box}} = [{{w}}]
{{goneW}}
{{end}}
