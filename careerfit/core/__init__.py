"""The method, in the standard library only: no files, no clock, no printing, no global randomness.

To read it from the ground up: ``model`` (packs and answers), ``relevance`` (a pack from its content), ``scoring``,
``confidence``, ``explain``, ``quality``, then ``results/result``, which puts them together. ``person`` and
``quick_form`` choose questions; ``answers`` and ``answer_code`` take answers in. In ``results/`` stands what is made of
all that: ``flips`` is what would change a result, ``json_documents`` is the JSON, ``retake`` compares two results,
``attempt`` is what is kept of an interview.

The words, as code and documents use them:

role          one of the careers; a profile describes it, sentence by sentence, in sections
cocok         the section of a profile that says who fits the role; ``tidak cocok`` says who does not
facet         one thing measured: a trait (named in a cocok or tidak cocok sentence) or an interest (a duty)
family        facets that belong together, such as empathy and the wish to help
evidence      the sentence of a profile, and the phrase in it, that tie a facet to a role
relevance     how much a role asks for a facet: 1 fully, ½ in passing, 0 where its profile is silent
item          one statement that a person rates; it belongs to one facet
response      what was given to an item: 1 to 5
keyed         an item is keyed +1, or −1 (reversed) where agreeing means less of the facet; a keyed response is one
              that was turned into the facet's direction: a 2 to a reversed item is a keyed 4
duel          "which of these two would you rather do?", between two facets
reply         what was said to one question of an interview, item or duel
value         a facet as answered: the mean of its keyed responses, as ``x`` from 0 to 1 or as a rating from 1 to 5
shared        a facet whose family nearly every role asks for: it says nothing of which role fits best
field fit     the mean of the shared facets: does this line of work suit the person at all?
contrast      what the person has of what a role asks for, less what they have of what it does not; shared facets apart
score         0 to 100, half field fit and half contrast; linear in the values, by the points of the pack's table
contribution  the points that one facet adds to a role's score, or takes from it
probability   how likely a role is the best match, given the answers and their noise
verdict       what can be said: ``clear``, a ``tie``, ``unclear``, or a ``misfit`` with the whole field
deal-breaker  a family that most roles' tidak cocok sentences name: low answers to it make a misfit
mark          a facet that sets a role apart: it asks for it more than its rivals do
alert         a facet that a tidak cocok sentence of a role names and that the person rates low
flip          a smallest change of answers that would put another role first
pack          the profiles with their catalogue of facets and items; its fingerprint stands for all of its content
answer code   a short string that holds all answers, and a part of the pack's fingerprint
"""
