import gc
class {{cls}}:
    def __del__(self):
        print(self.name)
{{a}} = {{cls}}()
{{a}}.name = "{{u}}"
{{b}} = {{cls}}()
{{b}}.name = "{{v}}"
{{link}}
del {{a}}
del {{b}}
print("{{word}}")
gc.collect()
