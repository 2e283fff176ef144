"""Turn a training run into a model folder: two int8 ONNX graphs, the tokenizer and the card.

usage: python -m training.export --start FOLDER --run NAME --name news-1 [--out src/dragoman/models]

The word embeddings stay 4-bit numbers in blocks of 32 with a half-precision scale each, as the start weights
have them, and are read by GatherBlockQuantized; all matrices of layers and heads become int8.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.labels import EVENT_LABELS, MODALITIES, MODES, SECTORS
from training.network import Encoder, Network, OneSentence
from training.train import RUNS, load_run

OPSET = 17
BLOCK = 32
"""Numbers that share a scale in the start weights' 4-bit blocks."""


class Upper(nn.Module):
    """The encoder above its word embeddings."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        return self.encoder.upper(words, mask)


def four_bit(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Numbers −8…7 and the scale of each block of 32, exact where the weights were 4-bit before.

    weights (rows, wide) → (rows, wide) int8, (rows, wide / 32) float16.
    """
    blocks = weights.reshape(-1, BLOCK).astype(np.float32)
    rows = np.arange(len(blocks))
    most = blocks[rows, np.abs(blocks).argmax(1)][:, None]  # signed: the start format maps it to −8
    best_scale = np.ones_like(most)
    best_error = np.full_like(most, np.inf)
    for steps in (-8, -7, -6, -5, -4, -3, -2, -1, 7):
        scale = np.where(most == 0, 1.0, most / steps).astype(np.float16).astype(np.float32)
        scale = np.where(scale == 0, 1.0, scale)
        error = np.square(blocks - np.clip(np.round(blocks / scale), -8, 7) * scale).sum(1, keepdims=True)
        better = error < best_error * 0.999
        best_scale, best_error = np.where(better, scale, best_scale), np.where(better, error, best_error)
    numbers = np.clip(np.round(blocks / best_scale), -8, 7).astype(np.int8)
    return numbers.reshape(weights.shape), best_scale.astype(np.float16).reshape(len(weights), -1)


def with_words(graph: onnx.ModelProto, weights: NDArray[np.float32]) -> onnx.ModelProto:
    """Put the 4-bit embeddings under the encoder: its input `words` becomes `ids`."""
    numbers, scales = four_bit(weights)
    nibbles = (numbers & 15).astype(np.uint8)
    packed = TensorProto(name="word_numbers", data_type=TensorProto.INT4, dims=weights.shape,
                         raw_data=(nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)).tobytes())
    nodes = [helper.make_node("GatherBlockQuantized", ["word_numbers", "ids", "word_scales"], ["words_half"],
                              domain="com.microsoft", block_size=BLOCK, gather_axis=0, quantize_axis=1),
             helper.make_node("Cast", ["words_half"], ["words"], to=TensorProto.FLOAT)]
    body = graph.graph
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "length"]),
              *(i for i in body.input if i.name != "words")]
    whole = helper.make_graph([*nodes, *body.node], "encoder", inputs, list(body.output),
                              [packed, numpy_helper.from_array(scales, "word_scales"), *body.initializer])
    opsets = {o.domain: o.version for o in graph.opset_import}
    opsets |= {"": max(21, opsets.get("", 0)), "com.microsoft": 1}
    return helper.make_model(whole, ir_version=10, producer_name="dragoman",
                             opset_imports=[helper.make_opsetid(d, v) for d, v in opsets.items()])


def quantized(module: nn.Module, arguments: tuple[Tensor, ...], names: tuple[list[str], list[str]],
              axes: dict[str, dict[int, str]]) -> onnx.ModelProto:
    """Export and turn the matrices into int8, a scale a column."""
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(module, arguments, str(plain), input_names=names[0], output_names=names[1],
                          dynamic_axes=axes, opset_version=OPSET, dynamo=False)
        onnx.save(without_twins(onnx.load(plain)), plain)
        quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gemm"], extra_options={"MatMulConstBOnly": True})
        return onnx.load(small)


def without_twins(graph: onnx.ModelProto) -> onnx.ModelProto:
    """One copy of each weight: text and pairs pass the same layers, but the exporter writes the matrices twice."""
    first: dict[bytes, str] = {}
    name_of: dict[str, str] = {}
    kept = []
    for tensor in graph.graph.initializer:
        shape = f"{tensor.data_type} {list(tensor.dims)}".encode()
        key = hashlib.sha256(shape + numpy_helper.to_array(tensor).tobytes()).digest()
        name_of[tensor.name] = first.setdefault(key, tensor.name)
        if name_of[tensor.name] == tensor.name:
            kept.append(tensor)
    del graph.graph.initializer[:]
    graph.graph.initializer.extend(kept)
    for node in [node for node in graph.graph.node if node.op_type == "Identity" and node.input[0] in name_of]:
        name_of[node.output[0]] = name_of[node.input[0]]
        graph.graph.node.remove(node)
    for node in graph.graph.node:
        for n, name in enumerate(node.input):
            node.input[n] = name_of.get(name, name)
    return graph


def export(network: Network, out: Path) -> None:
    """Write encoder.onnx and heads.onnx."""
    network.eval()
    words, mask = torch.randn(2, 9, network.size.width), torch.ones(2, 9, dtype=torch.long)
    encoder = quantized(Upper(network.encoder), (words, mask), (["words", "mask"], ["hidden", "tags"]), {
        "words": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"},
        "hidden": {0: "batch", 1: "length"}, "tags": {0: "batch", 1: "length"}})
    onnx.save(with_words(encoder, network.encoder.words.weight.detach().numpy()), out / "encoder.onnx")
    spans = torch.tensor([[0, 0, 0], [0, 1, 2], [0, 3, 4]])
    pairs = torch.tensor([[0, 0, 0, 1], [0, 1, 2, 0], [0, 2, 1, 0], [0, 3, 1, 2]])
    outputs = ["sector", "type", "modality", "mode", "look", "speaker"]
    inputs = ["hidden", "spans", "pairs"]
    heads = quantized(OneSentence(network.heads).eval(), (words[:1], spans, pairs), (inputs, outputs), {
        "hidden": {1: "length"}, "spans": {0: "spans"}, "pairs": {0: "pairs"}, "sector": {0: "spans"},
        **{name: {0: "pairs"} for name in outputs[1:]}})
    onnx.save(heads, out / "heads.onnx")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_card(out: Path, name: str, saved: dict[str, dict[str, object]], calibration: dict) -> None:
    """The card: what the model is, how it was made, its labels, thresholds and files."""
    lines = [
        f"name = {json.dumps(name)}",
        'task = "mentions, sectors, event types, ties, modality, mode, trigger and speaker of one sentence"',
        'licence = "Apache-2.0"',
        'start = "multilingual-e5-small (MIT, intfloat), first layers, 4-bit word embeddings"',
        *(f"{key} = {json.dumps(value)}" for key, value in saved["made_from"].items()), "",
        "[recipe]", *(f"{key} = {json.dumps(value)}" for key, value in saved["recipe"].items()), "",
        "[scores]", *(f"{key} = {json.dumps(value)}" for key, value in saved["scores"].items()),
        "", "[calibration]", f"temperature = {calibration['temperature']}",
        f"reliability = {json.dumps(calibration.get('reliability', []))}", "",
        "[thresholds]", *(f"{name} = {value}" for name, value in calibration["thresholds"].items()), "",
        "[labels]", f"types = {json.dumps(EVENT_LABELS)}", f"modalities = {json.dumps(MODALITIES)}",
        f"modes = {json.dumps([f'{kind}/{mode}' for kind, mode in MODES])}", f"sectors = {json.dumps(SECTORS)}", "",
        "[files]", *(f'"{file}" = "{digest(out / file)}"' for file in ("encoder.onnx", "heads.onnx", "tokenizer.json")),
    ]
    (out / "card.toml").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True, help="folder with the start weights")
    parser.add_argument("--run", required=True, help="name of the folder under training/runs")
    parser.add_argument("--name", required=True, help="name of the model folder, such as news-1")
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/models"))
    given = parser.parse_args()
    run, out = RUNS / given.run, given.out / given.name
    network, saved = load_run(given.start, run)
    calibrated = run / "calibration.json"
    calibration = json.loads(calibrated.read_text()) if calibrated.exists() else {"temperature": 1.0, "thresholds": {}}
    with torch.no_grad():
        network.heads.kind.weight /= calibration["temperature"]
        network.heads.kind.bias /= calibration["temperature"]
    out.mkdir(parents=True, exist_ok=True)
    export(network, out)
    (out / "tokenizer.json").write_bytes((run / "tokenizer.json").read_bytes())
    write_card(out, given.name, saved, calibration)
    size = sum(p.stat().st_size for p in out.iterdir()) / 1e6
    print(f"{out}: {size:.1f} MB")
    if size > 60:
        sys.exit("the model is over 60 MB; cut the vocabulary (training/vocabulary.py)")


if __name__ == "__main__":
    main()
