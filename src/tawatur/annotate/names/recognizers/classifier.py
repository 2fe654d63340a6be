"""`hf`: a Hugging Face token classifier that the user has exported to ONNX, from a local folder. Nothing is ever fetched."""

import importlib
from collections.abc import Sequence
from typing import Any

from tawatur.annotate.names.recognizers import folder as folders
from tawatur.annotate.names.recognizers.folder import Folder
from tawatur.annotate.names.recognizers.labels import joined
from tawatur.annotate.names.recognizers.protocol import Found, RecognizerKind
from tawatur.annotate.names.recognizers.windows import Piece, merged, whole
from tawatur.records.errors import UsageError

_BATCH = 8  # windows at once: the attention of 12 heads on 8 windows of 512 tokens takes 8 * 12 * 512 * 512 * 4 bytes, 100 MB
_OVERLAP = 4  # a window shares a quarter of its tokens with the next
_INPUTS = frozenset(("input_ids", "attention_mask", "token_type_ids"))


class Classifier:
    """A token classifier, loaded. Raises UsageError where its files are not what they should be."""

    def __init__(self, path: str) -> None:
        self._numpy, runtime, tokenizers = (_package(name) for name in ("numpy", "onnxruntime", "tokenizers"))
        self._folder = folders.read(path)
        try:
            self._tokenizer = _tokenizer(tokenizers, self._folder)
            self._session = _session(runtime, self._folder)
        except Exception as error:  # both libraries raise what they like on a damaged file
            raise UsageError("recognizer_folder", path=path, error=_first_line(error)) from error
        self._inputs = [one.name for one in self._session.get_inputs()]
        more = sorted(set(self._inputs) - _INPUTS)
        if more:
            raise UsageError("recognizer_folder", path=path, error=f"the model asks for {', '.join(more)}")
        self._check_labels(path)

    def recognize(self, texts: Sequence[str]) -> list[list[Found]]:
        """Give the names of each text, with its clitics and titles where the model takes them in."""
        encodings = [self._tokenizer.encode(text) for text in texts]
        windows = [(k, window) for k, one in enumerate(encodings) for window in (one, *one.overflowing)]
        pieces: list[list[list[Piece]]] = [[] for _ in texts]
        answers = self._answers([window for _, window in windows])
        for (k, window), probabilities in zip(windows, answers, strict=True):
            pieces[k].append(self._pieces(texts[k], window, probabilities))
        return [self._names(text, of) for text, of in zip(texts, pieces, strict=True)]

    def _names(self, text: str, windows: Sequence[Sequence[Piece]]) -> list[Found]:
        names = joined(whole(text, merged(windows)), self._folder.types)
        return [name for name in names if name.score >= self._folder.least]

    def _pieces(self, text: str, window: Any, probabilities: Any) -> list[Piece]:
        """The pieces of one window that have a place in the text."""
        best = probabilities.argmax(axis=-1)
        found = []
        for k, ((start, end), special) in enumerate(zip(window.offsets, window.special_tokens_mask, strict=True)):
            while start < end and text[start].isspace():  # byte-level tokenizers count the space before a word to it
                start += 1
            if start < end and not special:
                score = min(1.0, float(probabilities[k, best[k]]))
                found.append(Piece(start, end, self._folder.labels[best[k]], score))
        return found

    def _answers(self, windows: Sequence[Any]) -> list[Any]:
        """The probabilities of each window's tokens; windows of like length go through the model together."""
        answers: list[Any] = [None] * len(windows)
        order = sorted(range(len(windows)), key=lambda k: len(windows[k].ids))
        for at in range(0, len(order), _BATCH):
            numbers = order[at : at + _BATCH]
            probabilities = _softmax(self._numpy, self._run([windows[k] for k in numbers]))
            for row, k in enumerate(numbers):
                answers[k] = probabilities[row, : len(windows[k].ids)]
        return answers

    def _run(self, windows: Sequence[Any]) -> Any:
        """The model's answer: windows, tokens, labels."""
        size = max(len(window.ids) for window in windows)
        columns = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
        fed = {name: self._numpy.zeros((len(windows), size), dtype="int64") for name in self._inputs}
        for name, rows in fed.items():
            for k, window in enumerate(windows):
                rows[k, : len(window.ids)] = getattr(window, columns[name])
        return self._session.run(None, fed)[0].astype("float32")

    def _check_labels(self, path: str) -> None:
        """Run the model once on next to nothing: a model of another task, or of other labels, shows at once."""
        try:
            shape = self._run([self._tokenizer.encode("بيت")]).shape
        except Exception as error:
            raise UsageError("recognizer_folder", path=path, error=_first_line(error)) from error
        labels = len(self._folder.labels)
        if len(shape) != 3 or shape[-1] != labels:
            what = f"config.json names {labels} labels, and the model's answer has the shape {list(shape)}"
            raise UsageError("recognizer_folder", path=path, error=what)


def _softmax(numpy: Any, logits: Any) -> Any:
    powers = numpy.exp(logits - logits.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def _tokenizer(tokenizers: Any, folder: Folder) -> Any:
    tokenizer = tokenizers.Tokenizer.from_file(str(folder.tokenizer))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=folder.tokens, stride=folder.tokens // _OVERLAP)
    return tokenizer


def _session(runtime: Any, folder: Folder) -> Any:
    """A session on the processor, with as many threads as the settings say; warnings stay out of the terminal."""
    options = runtime.SessionOptions()
    options.intra_op_num_threads = folder.threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    runtime.disable_telemetry_events()
    return runtime.InferenceSession(str(folder.model), options, providers=["CPUExecutionProvider"])


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise UsageError("extra_missing", what="--recognizer hf", extra="models") from None


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error).strip().splitlines()[0] if str(error).strip() else ''}"


HF = RecognizerKind("hf", Classifier, folders.digest)
