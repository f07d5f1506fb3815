"""Branch tokens a second: all nodes of a tree from one reading of its trunk, against transformers' `generate`.

    python benchmarks/grow.py [--json] [--shape 128/128/4/4/24]

Rivals, on the same tree, model and sampling (temperature 1, top-p 0.95): `generate(num_return_sequences=B)` once a
node, and one left-padded batch of all prefixes.

`max_logp_diff` compares log-probabilities collected while sampling with a full recompute by the plain causal model,
both in float64: whether the two compute the same. In float32, trained weights put a floor under any such comparison:
`float32_error` is how far sampling in float32 is from the float64 recompute, `float32_error_of_transformers`
the same for transformers' own forward pass.
"""

from __future__ import annotations

import copy
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


def exactness(model: Any, tree: Tree, shape: Shape) -> dict[str, float]:
    """Largest differences of a log-probability: sampled against recomputed, one full forward pass a branch."""
    trunk = tree.prompt_ids + tree.golden_ids
    requests = requests_of(tree, shape.branches)
    single = ours(model, tree, shape)
    plain = copy.deepcopy(model)
    plain.set_attn_implementation("sdpa")
    exact = copy.deepcopy(plain).double()
    floor, found = 0.0, 0.0
    for request, one in zip(requests, single, strict=True):
        truth = _recomputed(exact, trunk[: request.fork], one.ids)
        found = max(found, _largest(truth, torch.tensor(one.logps)))
        floor = max(floor, _largest(truth, _recomputed(plain, trunk[: request.fork], one.ids)))
    double = ours(model.double(), tree, shape)
    same = max(
        _largest(_recomputed(exact, trunk[: request.fork], one.ids), torch.tensor(one.logps, dtype=torch.float64))
        for request, one in zip(requests, double, strict=True)
    )
    return {"max_logp_diff": same, "float32_error": found, "float32_error_of_transformers": floor}


def _recomputed(model: Any, before: tuple[int, ...], ids: list[int]) -> torch.Tensor:
    with torch.inference_mode():
        logits = model(input_ids=torch.tensor([[*before, *ids]])).logits[0, len(before) - 1 : -1]
    return logits.log_softmax(-1).gather(1, torch.tensor(ids)[:, None])[:, 0]


def _largest(first: torch.Tensor, second: torch.Tensor) -> float:
    return float((first - second).abs().max())


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
    model.set_attn_implementation("sdpa")
    node = rate(lambda: per_node(model, tree, shape), tokens, options.repeats)
    batch = rate(lambda: padded(model, tree, shape), tokens, options.repeats)
    result = {
        "tokens_per_s": round(mine, 1),
        "per_node_tokens_per_s": round(node, 1),
        "padded_tokens_per_s": round(batch, 1),
        "ratio_per_node": round(mine / node, 2),
        "ratio_padded": round(mine / batch, 2),
    }
    model.set_attn_implementation("treeplay")
    result |= exactness(model, tree, shape)
    print(
        f"{shape}: {mine:.1f} tokens/s; per node {node:.1f} ({mine / node:.1f}x); "
        f"padded {batch:.1f} ({mine / batch:.1f}x)"
    )
    if options.json:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
