# A relation that is asked only where the row has nothing of its own to say.
from django.db import models
from django.http import JsonResponse
from django.views.decorators.http import require_GET


class Owner(models.Model):
    name = models.TextField()


class Shop(models.Model):
    label = models.TextField()
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE)

    @property
    def title(self):
        if self.label:
            return self.label
        return self.owner.name

    @property
    def shown(self):
        return self.label or self.owner.name

    @property
    def heading(self):
        if self.owner.name == '':
            return self.label
        return self.owner.name


@require_GET
def shops(request):
    titles = [shop.title for shop in Shop.objects.all()] #! lazy-relation-in-loop hint
    shown = [shop.shown for shop in Shop.objects.all()] #! lazy-relation-in-loop hint
    headings = [shop.heading for shop in Shop.objects.all()] #! lazy-relation-in-loop hint
    return JsonResponse({'titles': titles, 'shown': shown, 'headings': headings})
