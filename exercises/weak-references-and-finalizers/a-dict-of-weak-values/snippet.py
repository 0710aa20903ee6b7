import weakref
class {{cls}}:
    pass
{{d}} = weakref.WeakValueDictionary()
{{a}} = {{cls}}()
{{b}} = {{cls}}()
{{d}}["{{k}}"] = {{a}}
{{d}}["{{l}}"] = {{b}}
{{x}} = {{kept}}
del {{a}}
print(sorted({{d}}))
del {{b}}
print(sorted({{d}}))
{{x}} = None
print(len({{d}}))
