#- shop/caches.py
from django_redis.cache import RedisCache


class PagesCache(RedisCache):
    def keys(self, prefix):
        return list(self.client.get_client().scan_iter(match=f'{prefix}*', count=500))


#- shop/views.py
import redis
from django.core.cache import cache
from django.http import HttpRequest, JsonResponse


store = redis.Redis()


def stored(request: HttpRequest):
    return JsonResponse({'stored': len(store.keys('page:*'))})  #! redis-keys-scan hint


def cached(request: HttpRequest):
    return JsonResponse({'cached': cache.keys('page:')})  #= the project's own cache asks page after page
