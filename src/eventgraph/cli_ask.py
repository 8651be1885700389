"""The command ``eventgraph ask``: a command for each named question, made from the question itself.

Questions are read when one is asked for, since no other command needs them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from eventgraph.query.questions import Argument, Question

Ask = Callable[["Question", dict[str, str], dict[str, Any]], None]
"""What runs a question: the question, its arguments by name, the options by name."""

Options = dict[str, tuple[object, object]]
"""What every question can be given: an annotation and a default by name of the parameter."""


def question_group(ask: Ask, options: Options) -> type[TyperGroup]:
    """A group of commands, one for each question, which are made when they are needed."""

    class Questions(TyperGroup):
        def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 (typer's own class)
            return list(self._all())

        def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 (see above)
            return self._all().get(cmd_name)

        def _all(self) -> Mapping[str, Any]:
            if not self.commands:
                self.commands = typer.main.get_group(_questions_app(ask, options)).commands
            return self.commands

    return Questions


def _questions_app(ask: Ask, options: Options) -> typer.Typer:
    from eventgraph.query.questions import load_questions  # noqa: PLC0415 (see above)

    app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    for question in load_questions().values():
        app.command(question.name, help=_help(question), short_help=question.summary)(
            _command(question, ask, options)
        )
    return app


def _help(question: Question) -> str:
    summary = question.summary[:1].upper() + question.summary[1:] + "."
    example = f"Example: eventgraph ask {question.name} {question.example}".rstrip()
    return f"{summary}\n\n{question.details.strip()}\n\n{example}"


def _command(question: Question, ask: Ask, options: Options) -> Callable[..., None]:
    """A function whose parameters are the arguments of the question and the options of all."""

    def command(**given: Any) -> None:  # noqa: ANN401 (of many types)
        names = {argument.name for argument in question.arguments}
        arguments = {name: words for name, words in given.items() if name in names and words}
        ask(question, arguments, {name: value for name, value in given.items() if name not in names})

    parameters = [_parameter(argument) for argument in question.arguments]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        for name, (annotation, default) in options.items()
    ]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return command


def _parameter(argument: Argument) -> inspect.Parameter:
    shown = typer.Argument(
        metavar=argument.name.upper(), help=argument.help, show_default=bool(argument.default)
    )
    needed = not argument.optional and not argument.default
    return inspect.Parameter(
        argument.name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        annotation=Annotated[str, shown],
        default=inspect.Parameter.empty if needed else argument.default,
    )
