"""Branch tokens a second: all nodes of a tree from one reading of its trunk, against transformers' `generate`.

    python benchmarks/grow.py [--json] [--shape 128/128/4/4/24]

Rivals, on the same tree, model and sampling (temperature 1, top-p 0.95): `generate(num_return_sequences=B)` once a
node, and one left-padded batch of all prefixes. `max_logp_diff` compares the log-probabilities collected while sampling
with a full recompute by the plain causal model.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import torch

from shapes import Shape, a_tree, arguments, bundled_model
from treeplay.models.decode import Decoder
from treeplay.tree.sampling import Drawn, Request, Sampling
from treeplay.tree.schema import Tree


def requests_of(tree: Tree, branches: int) -> list[Request]:
    """Every branch of every node of the only trunk."""
    return [Request(0, node.position, f"{i}/{b}") for i, node in enumerate(tree.nodes) for b in range(branches)]


def ours(model: Any, tree: Tree, shape: Shape) -> list[Drawn]:
    """Shared-trunk sampling; no end id, so that every branch has its full length."""
    trunk = tree.prompt_ids + tree.golden_ids
    decoder = Decoder(model, end_id=-1)
    return decoder.draw([trunk], requests_of(tree, shape.branches), Sampling(1.0, 0.95, shape.tokens))


def per_node(model: Any, tree: Tree, shape: Shape) -> None:
    """`generate(num_return_sequences)` for each node."""
    trunk = tree.prompt_ids + tree.golden_ids
    for node in tree.nodes:
        _generate(model, torch.tensor([trunk[: node.position]]), None, shape, shape.branches)


def padded(model: Any, tree: Tree, shape: Shape) -> None:
    """One batch of all prefixes, padded on the left to the longest."""
    trunk = tree.prompt_ids + tree.golden_ids
    prefixes = [trunk[: node.position] for node in tree.nodes for _ in range(shape.branches)]
    longest = max(map(len, prefixes))
    ids = torch.tensor([[0] * (longest - len(p)) + list(p) for p in prefixes])
    mask = torch.tensor([[0] * (longest - len(p)) + [1] * len(p) for p in prefixes])
    _generate(model, ids, mask, shape, 1)


def _generate(model: Any, ids: torch.Tensor, mask: torch.Tensor | None, shape: Shape, count: int) -> None:
    mask = torch.ones_like(ids) if mask is None else mask
    with torch.inference_mode():
        model.generate(
            ids,
            attention_mask=mask,
            max_new_tokens=shape.tokens,
            min_new_tokens=shape.tokens,
            do_sample=True,
            temperature=1.0,
            top_p=0.95,
            top_k=0,
            num_return_sequences=count,
            pad_token_id=0,
        )


def rate(run: Callable[[], object], tokens: int, repeats: int) -> float:
    """Tokens a CPU second on one thread, else a wall second; the best of the repeats."""
    run()
    best = 0.0
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        best = max(best, tokens / (time.perf_counter() - start))
    return best


def largest_difference(model: Any, tree: Tree, shape: Shape, drawn: list[Drawn]) -> float:
    """Sampled log-probabilities against one full forward pass a branch."""
    trunk = tree.prompt_ids + tree.golden_ids
    worst = 0.0
    for request, one in zip(requests_of(tree, shape.branches), drawn, strict=True):
        before = trunk[: request.fork]
        with torch.inference_mode():
            logits = model(input_ids=torch.tensor([[*before, *one.ids]])).logits[0, len(before) - 1 : -1]
        alone = logits.log_softmax(-1).gather(1, torch.tensor(one.ids)[:, None])[:, 0]
        worst = max(worst, float((alone - torch.tensor(one.logps)).abs().max()))
    return worst


def main() -> None:
    """Prints the three rates."""
    parser = arguments(__doc__.splitlines()[0])
    parser.add_argument("--shape", type=Shape.parse, default=Shape(128, 128, 4, 4, 24))
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    shape: Shape = options.shape
    tree = a_tree(shape, 1)
    tokens = shape.nodes * shape.branches * shape.tokens
    model = bundled_model()
    mine = rate(lambda: ours(model, tree, shape), tokens, options.repeats)
    drawn = ours(model, tree, shape)
    model.set_attn_implementation("sdpa")
    node = rate(lambda: per_node(model, tree, shape), tokens, options.repeats)
    batch = rate(lambda: padded(model, tree, shape), tokens, options.repeats)
    result = {
        "tokens_per_s": round(mine, 1),
        "per_node_tokens_per_s": round(node, 1),
        "padded_tokens_per_s": round(batch, 1),
        "ratio_per_node": round(mine / node, 2),
        "ratio_padded": round(mine / batch, 2),
        "max_logp_diff": largest_difference(model, tree, shape, drawn),
    }
    print(
        f"{shape}: {mine:.1f} tokens/s; per node {node:.1f} ({mine / node:.1f}x); "
        f"padded {batch:.1f} ({mine / batch:.1f}x)"
    )
    if options.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
