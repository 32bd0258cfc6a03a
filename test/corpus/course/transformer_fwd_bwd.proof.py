from layerkit import cached


def pair(stem, args, wrt="x", suffix=("_fwd", "_bwd")):
    def prove(m, r):
        return cached(getattr(m, stem + suffix[0]), getattr(m, stem + suffix[1]), args(r), wrt, r)
    return prove


LONG = ("_forward", "_backward")
prove_softmax_bwd = pair("softmax", lambda r: [r.randn(2, 5)])
prove_gelu_bwd = pair("gelu", lambda r: [r.randn(3, 5)])
prove_heads_bwd = pair("heads", lambda r: [r.randn(2, 5, 6), 3])
prove_attention_bwd = pair("attention", lambda r: [r.randn(2, 3, 4), r.randn(4, 12), r.randn(4, 4), 2], "x Wqkv Wo")
prove_mlp_bwd = pair("mlp", lambda r: [r.randn(2, 3, 2), r.randn(2, 8), r.randn(8), r.randn(8, 2), r.randn(2)], "x W1 b1 W2 b2")
prove_rope_bwd = pair("rope", lambda r: [r.randn(3, 4)])
prove_inplace_norm_bwd = pair("inplace_norm", lambda r: [r.randn(3, 5), r.randn(5)], "x g")
prove_swiglu_bwd = pair("swiglu", lambda r: [r.randn(2, 3), r.randn(3, 5), r.randn(3, 5)], "x W V")
prove_topk_router_bwd = pair("topk_router", lambda r: [r.randn(3, 4), r.randn(4, 5)], "x Wg")
prove_lora_backward = pair("lora", lambda r: [r.randn(2, 3), r.randn(3, 5), r.randn(3, 2), r.randn(2, 5), 7.0],
                           {"x": 0, "A": 2, "B": 3}, LONG)
prove_sparsemax_backward = pair("sparsemax", lambda r: [r.randn(3, 5)], "z", LONG)
