"""A token classifier of a few words, made on the spot: a table from pieces of words to labels, exported as a real one is."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
CLITICS = ("و", "ل", "ب")
SURE = 6.0  # the logit of a word's label, of the others 0: 0.98 and more of five labels


def make(folder: Path, words: Mapping[str, str], *, clitics: bool = False, dims: int = 3, **config: Any) -> Path:
    """Write a folder in which each of `words` has its label, and every other piece `O`.

    `clitics`: the words are known behind و, ل and ب too, which then are a piece of their own that has the word's label, as
    a model gives it that was trained on words with their clitics. `dims` of two makes a model of another task.
    """
    folder.mkdir(parents=True, exist_ok=True)
    labels = ["O", *sorted(set(words.values()))]
    pieces = [*SPECIAL, *words, *(f"##{word}" for word in words)]
    told = {word: labels.index(label) for word, label in words.items()}
    if clitics:
        [label] = set(words.values())
        pieces += CLITICS
        told |= dict.fromkeys(CLITICS, labels.index(label))
    table = [[SURE if told.get(piece, 0) == k else 0.0 for k in range(len(labels))] for piece in pieces]
    (folder / "model.onnx").write_bytes(_model(table, dims).SerializeToString())
    _tokenizer({piece: k for k, piece in enumerate(pieces)}).save(str(folder / "tokenizer.json"))
    config = {"id2label": {str(k): label for k, label in enumerate(labels)}, "max_position_embeddings": 512, **config}
    (folder / "config.json").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    return folder


def _model(table: list[list[float]], dims: int) -> onnx.ModelProto:
    """Logits by a table of pieces; the mask is asked for, as BERT's export does, and makes no difference."""
    ids = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    rows, columns = len(table), len(table[0])
    weights = helper.make_tensor("table", TensorProto.FLOAT, [rows, columns], [x for row in table for x in row])
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["logits"])]
    shape: list[str | int] = ["batch", "sequence", columns]
    if dims == 2:
        nodes = [
            helper.make_node("Gather", ["table", "input_ids"], ["all"]),
            helper.make_node("ReduceMax", ["all"], ["logits"], axes=[1], keepdims=0),
        ]
        shape = ["batch", columns]
    answer = helper.make_tensor_value_info("logits", TensorProto.FLOAT, shape)
    graph = helper.make_graph(nodes, "tiny", ids, [answer], [weights])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def _tokenizer(vocabulary: dict[str, int]) -> Tokenizer:
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = [(name, vocabulary[name]) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=special)
    return tokenizer
