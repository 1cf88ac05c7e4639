"""知识库. What the hotline answers from: articles with an owner, days of validity and review, versions
and uses; and the questions that none of them answered. `finding.find` is what the call form asks."""
