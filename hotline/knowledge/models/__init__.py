from .articles import Article, ArticleUse, ArticleVersion
from .gaps import Gap

__all__ = ["Article", "ArticleUse", "ArticleVersion", "Gap"]
