import numpy as np
def {{make}}():
    {{p}} = np.zeros({{n}})
    {{q}} = np.ones({{m}})
    def {{get}}():
        return {{used}}.sum()
    return {{get}}
{{g}} = {{make}}()
{{h}} = {{g}}
{{gone}}
