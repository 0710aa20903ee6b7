import weakref
class {{cls}}:
    pass
{{a}} = {{cls}}()
{{b}} = {{weak}}
{{c}} = {{strong}}
