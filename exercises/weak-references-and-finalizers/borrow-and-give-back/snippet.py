import weakref
class {{cls}}:
    pass
{{a}} = {{cls}}()
{{a}}.{{attr}} = {{n}}
{{w}} = weakref.ref({{a}})
{{b}} = {{w}}()
del {{a}}
{{x}} = {{b}}.{{attr}}
{{b}} = None
{{y}} = {{w}}() is None
