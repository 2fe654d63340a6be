"""A token classifier of a few words, made on the spot: a table from pieces of words to labels, exported as a real one is."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper
from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
CLITICS = ("و", "ل", "ب")
SURE = 6.0  # the logit of a word's label, of the others 0: 0.98 and more of five labels
_LETTERS = [chr(code) for code in range(0x621, 0x64B)] + ["،", ".", "«", "»"]


def make(
    folder: Path,
    words: Mapping[str, str],
    *,
    tokenizer: Callable[[Sequence[str]], Tokenizer] | None = None,
    task: str = "tokens",
    **config: Any,
) -> Path:
    """Write a folder in which each of `words` has its label, and every other piece `O`.

    `tokenizer` makes one that has each word as one piece (BERT's kind where it is not given). The `task` is `tokens`;
    `neighbours`, where a word counts only if the window has a word before it; or `text`, one answer for the whole text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    labels = ["O", *sorted(set(words.values()))]
    cutting = (tokenizer or wordpiece)(list(words))
    told = {_piece(cutting, word): labels.index(label) for word, label in words.items()}
    table = [[SURE if told.get(piece, 0) == k else 0.0 for k in range(len(labels))] for piece in range(cutting.get_vocab_size())]
    (folder / "model.onnx").write_bytes(_model(table, task, cutting.token_to_id("[CLS]")).SerializeToString())
    cutting.save(str(folder / "tokenizer.json"))
    config = {"id2label": {str(k): label for k, label in enumerate(labels)}, "max_position_embeddings": 512, **config}
    (folder / "config.json").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    return folder


def _piece(tokenizer: Tokenizer, word: str) -> int:
    [piece] = tokenizer.encode(word, add_special_tokens=False).ids
    return int(piece)


def wordpiece(words: Sequence[str]) -> Tokenizer:
    """As BERT's: a word may have a clitic before it, as a piece of its own."""
    pieces = dict.fromkeys([*SPECIAL, *words, *CLITICS, *(f"##{word}" for word in words)])
    tokenizer = Tokenizer(models.WordPiece({piece: k for k, piece in enumerate(pieces)}, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return _with_ends(tokenizer)


def bytelevel(words: Sequence[str]) -> Tokenizer:
    """As RoBERTa's: bytes, with the space before a word counted to it."""
    tokenizer = Tokenizer(models.BPE(unk_token="[UNK]"))  # noqa: S106
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    tokenizer.decoder = decoders.ByteLevel()
    special = [AddedToken(name, special=True) for name in SPECIAL]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=2000, special_tokens=special, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator([" ".join(words)] * 9, trainer)
    return _with_ends(tokenizer)


def sentencepiece(words: Sequence[str]) -> Tokenizer:
    """As XLM-RoBERTa's: words are parted at white space alone."""
    pieces = [(name, 0.0) for name in SPECIAL] + [(f"▁{word}", -1.0) for word in words] + [("▁", -3.0)]
    tokenizer = Tokenizer(models.Unigram([*pieces, *((letter, -6.0) for letter in _LETTERS)], unk_id=1, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    return _with_ends(tokenizer)


def _with_ends(tokenizer: Tokenizer) -> Tokenizer:
    special = [(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=special)
    return tokenizer


def _model(table: list[list[float]], task: str, begin: int | None) -> onnx.ModelProto:
    """Logits by a table of pieces; the mask is asked for, as BERT's export does, and makes no difference."""
    ids = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    rows, columns = len(table), len(table[0])
    weights = [helper.make_tensor("table", TensorProto.FLOAT, [rows, columns], [x for row in table for x in row])]
    nodes = [helper.make_node("Gather", ["table", "input_ids"], ["logits"])]
    shape: list[str | int] = ["batch", "sequence", columns]
    if task == "neighbours":
        counts = [0.0 if piece == begin else 1.0 for piece in range(rows)]
        weights.append(helper.make_tensor("counts", TensorProto.FLOAT, [rows, 1], counts))
        weights += [helper.make_tensor(f"n{n}", TensorProto.INT64, [1], [n]) for n in (0, 1, -1)]
        nodes = [
            helper.make_node("Gather", ["table", "input_ids"], ["all"]),
            helper.make_node("Slice", ["input_ids", "n0", "n1", "n1"], ["begin"]),
            helper.make_node("Slice", ["input_ids", "n0", "n-1", "n1"], ["rest"]),
            helper.make_node("Concat", ["begin", "rest"], ["before"], axis=1),
            helper.make_node("Gather", ["counts", "before"], ["counted"]),
            helper.make_node("Mul", ["all", "counted"], ["logits"]),
        ]
    if task == "text":
        nodes = [
            helper.make_node("Gather", ["table", "input_ids"], ["all"]),
            helper.make_node("ReduceMax", ["all"], ["logits"], axes=[1], keepdims=0),
        ]
        shape = ["batch", columns]
    answer = helper.make_tensor_value_info("logits", TensorProto.FLOAT, shape)
    graph = helper.make_graph(nodes, "tiny", ids, [answer], weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
