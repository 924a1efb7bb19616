"""Addresses and numbers that are probably one person's, and not a team's.

A published record outlives the person's post; and somebody who answers for young people should not
do so from a private telephone. Only what looks like a person is told of: a false alarm on every
address of two words would teach everybody to read past it.
"""

from __future__ import annotations

import re

# Given names that are usual in the United Kingdom, Welsh ones among them, without those that are
# words of everyday English as well (May, Will, Rose, Grace, Robin, Mark, Jack, Dawn, Summer).
_NAMES = frozenset(
    """
    aaron abigail adam adrian ahmed aisha alan albert alex alexander alice alison amanda amelia
    amy andrea andrew angela angharad ann anna anne annie anthony arthur barbara barry becky ben
    benjamin beth bethan brenda brian bronwen bryn callum cameron carl caroline carys catherine
    catrin ceri cerys charles charlotte chloe chris christine christopher claire clare colin
    craig dafydd daniel darren dave david debbie deborah denise derek diane donna dorothy dylan
    eddie edward efa eilidh elaine eleanor eleri elin elizabeth ella ellen ellie emily emma emyr
    eric erin ethan evan fatima ffion fiona fred gareth gary gavin gemma geoff george geraint
    gerald gillian graham greg gwen gwenllian gwyn hannah harry hassan hayley heledd helen henry
    howard huw ian ieuan ioan isaac isabel iwan jacob jacqueline james jamie jane janet jason
    jean jennifer jenny jeremy jess jessica jim joanna joanne joe john jonathan joseph josh
    joshua judith julia julie justin karen kate katherine kathryn katie keith kelly ken kenneth
    kerry kevin kieran kirsty kyle laura lauren leah leanne lee leon lewis liam linda lisa liz
    llinos louise lowri lucy luke lynn maisie malcolm mandy mared margaret maria marie martin
    mary matthew megan mel melanie mererid michael michelle mike mohammed morgan muhammad
    natalie nathan neil nia niamh nicholas nick nicola nigel olivia omar owain owen pamela
    patricia paul pauline peter phil philip rachel rebecca rhian rhiannon rhodri rhys richard
    robert roger ronald rory ruth ryan sally sam samantha samuel sandra sara sarah scott sean
    shane sharon sheila sian simon sioned siwan sophie stella stephen steve steven stuart susan
    suzanne tanya terry theresa thomas tim timothy tina toby tom tomos tony tracey trevor
    valerie vanessa vicky wendy william yasmin yvonne zara zoe
    """.split()  # noqa: SIM905 - a column of words is read more easily than 300 quotes
)
_PART = re.compile(r"[a-z]+")
_INITIAL_AND_NAME = re.compile(r"[a-z][._-][a-z]{3,}\d*")
_MOBILE = re.compile(r"(?:\+?44\s*(?:\(0\))?|0)7[1-57-9]\d{8}")
# An address is begun only where no letter of one stands before: begun at each letter of a word that
# is no address, the search of a long text takes the square of its length.
_LOCAL = r"[A-Za-z0-9._%+-]"
ADDRESS = re.compile(rf"(?<!{_LOCAL}){_LOCAL}+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
NUMBER = re.compile(r"\+?\d[\d\s()-]{8,16}\d")


def is_personal_address(address: str) -> bool:
    """Say whether an e-mail address has a person's name before its ``@``: sian.davies, j.smith."""
    local = address.partition("@")[0].casefold()
    return bool(_INITIAL_AND_NAME.fullmatch(local)) or any(
        part in _NAMES for part in _PART.findall(local)
    )


def is_mobile(number: str) -> bool:
    """Say whether a number is that of a mobile in the United Kingdom: 070 and 076 are none."""
    return _MOBILE.fullmatch(re.sub(r"[\s()-]", "", number).replace("+440", "+44")) is not None
