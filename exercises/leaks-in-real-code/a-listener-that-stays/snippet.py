class {{cls}}:
    def {{on}}(self):
        pass
{{bus}} = []
{{v}} = {{cls}}()
{{bus}}.append({{v}}.{{on}})
{{w}} = {{v}}
{{gone}}
