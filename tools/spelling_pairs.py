"""Print the pairs of British and American spellings for src/newslint/data/spelling.txt.

Each line: British form, American form, and a mark: ``=`` both tell the variety, ``b`` only the British form does (the
American one is a word in British copy too: meter, program), ``a`` only the American one does, ``z`` the -ise/-ize pair
(-ize is British as well, in Oxford spelling), ``u`` the first is a less usual doubling in either variety.
"""

from __future__ import annotations

OUR = """arbour ardour armour behaviour candour clamour colour demeanour discolour dishonour disfavour endeavour enamour
favour fervour flavour harbour honour humour labour misbehaviour misdemeanour neighbour odour parlour rancour rigour rumour
saviour savour splendour succour tumour valour vapour vigour watercolour""".split()
OUR_TAILS = {
    "arbour": "s", "armour": "s ed er ers ing y ies", "behaviour": "s al ally ism ist ists", "candour": "", "clamour": "s ed ing",
    "colour": "s ed ing ful fully less ist ists ation ings fast way ways", "demeanour": "s", "discolour": "s ed ing",
    "dishonour": "s ed ing able ably", "endeavour": "s ed ing", "enamour": "ed", "favour": "s ed ing able ably ite ites itism",
    "fervour": "", "flavour": "s ed ing ings ful some less", "harbour": "s ed ing side master", "honour": "s ed ing able ably ee ees",
    "humour": "s ed ing less", "labour": "s ed ing er ers saving intensive", "misdemeanour": "s", "misbehaviour": "s",
    "neighbour": "s ing hood hoods ly liness", "odour": "s less", "parlour": "s", "rancour": "", "rigour": "s", "rumour": "s ed",
    "saviour": "s", "savour": "s ed ing y ies", "splendour": "s", "succour": "ed", "tumour": "s", "vapour": "s",
    "watercolour": "s", "vigour": "", "valour": "", "ardour": "", "disfavour": "ed",
}  # fmt: skip
OUR_MORE = "unfavourable unfavourably multicoloured favourability colourblind".split()

ISE = """actualise aggrandise agonise americanise amortise anaesthetise anglicise animalise antagonise
apologise apostrophise appetise authorise automatise baptise brutalise bureaucratise cannibalise canonise capitalise
caramelise categorise catholicise cauterise centralise characterise christianise circularise civilise
collectivise colonise commercialise commoditise compartmentalise computerise conceptualise contextualise
corporatise criminalise crystallise customise decentralise decarbonise decolonise decriminalise dehumanise
demilitarise demobilise democratise demonise demoralise deodorise depersonalise depoliticise depressurise deputise
deregularise desensitise destabilise dichotomise digitalise digitise disorganise dramatise economise editorialise
emphasise empathise energise epitomise equalise eroticise eulogise europeanise evangelise externalise extemporise
factorise familiarise fantasise federalise fertilise fetishise fictionalise finalise formalise fossilise fraternise
galvanise generalise ghettoise glamorise globalise gormandise harmonise homogenise hospitalise humanise hybridise
hydrogenise hypnotise hypothesise idealise idolise immobilise immortalise immunise incentivise individualise
industrialise initialise institutionalise internalise internationalise intellectualise ionise italicise itemise jeopardise
journalise legalise legitimise liberalise lionise liquidise localise magnetise marginalise materialise maximise mechanise
medicalise memorialise memorise mesmerise metabolise militarise miniaturise minimise minoritise mobilise modernise
monetise monopolise moralise motorise nationalise naturalise neutralise normalise notarise novelise optimise organise
ostracise oxidise pasteurise particularise patronise pedestrianise penalise personalise philosophise plagiarise
pluralise polarise politicise popularise prioritise privatise problematise professionalise proselytise publicise
pulverise randomise rationalise realise recognise regularise reorganise revitalise revolutionise
romanticise rubberise sanitise satirise scandalise scrutinise secularise sensationalise sensitise sentimentalise
serialise sermonise sexualise signalise sloganise socialise solemnise specialise stabilise standardise sterilise stigmatise
strategise subsidise summarise symbolise sympathise synchronise synthesise systematise temporise terrorise theorise
tranquillise traumatise trivialise tyrannise unionise universalise urbanise utilise vandalise vaporise verbalise
victimise visualise vocalise vulcanise vulgarise weaponise westernise winterise womanise""".split()
ISATION = frozenset(
    """actualise americanise amortise authorise brutalise canonise capitalise caramelise categorise centralise
characterise civilise collectivise colonise commercialise commoditise computerise conceptualise contextualise corporatise
criminalise crystallise customise decentralise decarbonise decolonise decriminalise dehumanise demilitarise demobilise
democratise demonise demoralise destabilise digitalise digitise disorganise dramatise energise equalise externalise
fertilise fictionalise finalise formalise fossilise generalise globalise harmonise homogenise hospitalise humanise
hybridise idealise immobilise immortalise immunise incentivise individualise industrialise initialise
institutionalise internalise internationalise ionise italicise itemise legalise legitimise liberalise localise magnetise
marginalise materialise maximise mechanise medicalise militarise miniaturise minimise mobilise modernise monetise
monopolise motorise nationalise naturalise neutralise normalise optimise organise pasteurise pedestrianise penalise
personalise polarise politicise popularise prioritise privatise professionalise randomise rationalise realise
reorganise revitalise romanticise sanitise secularise sensationalise serialise sexualise socialise specialise
stabilise standardise sterilise stigmatise summarise synchronise systematise terrorise
traumatise trivialise unionise urbanise utilise vaporise victimise visualise vocalise westernise""".split()
)
ISER = frozenset(
    "apologise authorise baptise civilise colonise commercialise criminalise dramatise energise equalise evangelise "
    "fertilise harmonise humanise immobilise improvise liberalise liquidise mobilise modernise moralise nationalise "
    "neutralise organise patronise plagiarise popularise privatise pulverise sanitise specialise stabilise sterilise "
    "summarise synthesise theorise tranquillise vaporise visualise womanise".split()
)
ISE_MORE = """organisational organisationally unrecognised unrecognisable recognisable recognisably unauthorised unorganised
uncivilised unrealised realisable customisable disorganised reorganisation reauthorise reauthorised reauthorising
reauthorisation privatisations nationalisations organisations characterisations immunisations generalisations
specialisations authorisations unspecialised overgeneralise overgeneralised industrialised unionised deindustrialisation
renationalise renationalised renationalising renationalisation recapitalise recapitalised recapitalising recapitalisation
demonetise demonetised demonetisation remobilise unpatronised patronisingly agonisingly apologised tantalise tantalised
tantalising tantalisingly appetising appetisingly unappetising mesmerisingly energised energising destabilising rationalisations
sympathiser sympathisers socialiser equaliser equalisers appetiser appetisers tranquilliser tranquillisers fertilisers
moisturise moisturised moisturiser moisturisers moisturising atomiser oxidiser""".split()
YSE = "analyse paralyse catalyse electrolyse hydrolyse breathalyse psychoanalyse dialyse".split()

LL = """bevel bushel cancel carol cavil channel chisel counsel cudgel devil dial dowel drivel duel enamel equal
flannel fuel funnel gambol gravel grovel gruel imperil initial jewel kennel label laurel level libel marshal marvel model
outrival panel parcel pedal pencil pummel quarrel ravel remodel revel rival shovel shrivel signal snivel snorkel spiral
stencil swivel tassel total towel trammel travel tunnel unravel victual weasel yodel""".split()
LL_MORE = """traveller:traveler travellers:travelers modeller:modeler modellers:modelers counsellor:counselor
counsellors:counselors councillor:councilor councillors:councilors jeweller:jeweler jewellers:jewelers jewellery:jewelry
labeller:labeler leveller:leveler levellers:levelers quarreller:quarreler signaller:signaler
marvellous:marvelous marvellously:marvelously libellous:libelous woollen:woolen woollens:woolens gruelling:grueling
dialler:dialer tunneller:tunneler reveller:reveler revellers:revelers caroller:caroler carollers:carolers
carburettor:carburetor carburettors:carburetors propellor:propeller untravelled:untraveled unrivalled:unrivaled
unequalled:unequaled well-travelled:well-traveled panellist:panelist panellists:panelists duellist:duelist
duellists:duelists medallist:medalist medallists:medalists tranquillity:tranquility callisthenics:calisthenics
chilli:chili chillies:chilies""".split()

RE = """accoutre:accouter calibre centre epicentre fibre goitre lacklustre litre lustre manoeuvre:maneuver meagre:meager
mitre ochre:ocher reconnoitre sabre saltpetre sceptre sepulchre sombre:somber spectre centilitre millilitre kilolitre
""".split()
RE_A = "theatre amphitheatre".split()
RE_B = "metre kilometre centimetre millimetre nanometre micrometre".split()

PLAIN = """aeroplane:airplane aeroplanes:airplanes aluminium:aluminum anaemia:anemia anaemic:anemic anaesthesia:anesthesia
anaesthetic:anesthetic anaesthetics:anesthetics anaesthetist:anesthetist anaesthetists:anesthetists
apnoea:apnea artefact:artifact artefacts:artifacts behove:behoove behoves:behooves
caesarean:cesarean coeliac:celiac cosy:cozy cosier:cozier cosily:cozily cosiness:coziness defence:defense defences:defenses
defenceless:defenseless diarrhoea:diarrhea disembowelled:disemboweled distil:distill distils:distills
enrol:enroll enrols:enrolls enrolment:enrollment enrolments:enrollments enthral:enthrall enthrals:enthralls
appal:appall appals:appalls fulfil:fulfill fulfils:fulfills fulfilment:fulfillment instil:instill instils:instills
instalment:installment instalments:installments faecal:fecal faeces:feces foetal:fetal foetus:fetus foetuses:fetuses
furore:furor gonorrhoea:gonorrhea grey:gray greys:grays greyed:grayed greying:graying greyer:grayer greyish:grayish
gynaecologist:gynecologist gynaecologists:gynecologists gynaecology:gynecology gynaecological:gynecological
haematologist:hematologist haematology:hematology haematoma:hematoma haemoglobin:hemoglobin haemophilia:hemophilia
haemophiliac:hemophiliac haemorrhage:hemorrhage haemorrhages:hemorrhages haemorrhaged:hemorrhaged
haemorrhaging:hemorrhaging haemorrhoids:hemorrhoids hypoglycaemia:hypoglycemia leukaemia:leukemia
liquorice:licorice mollusc:mollusk molluscs:mollusks mould:mold moulds:molds moulded:molded moulding:molding mouldy:moldy
moult:molt moulting:molting moulted:molted moustache:mustache moustaches:mustaches moustachioed:mustachioed
oedema:edema oesophagus:esophagus oestrogen:estrogen offence:offense offences:offenses omelette:omelet omelettes:omelets
orthopaedic:orthopedic orthopaedics:orthopedics paediatric:pediatric paediatrics:pediatrics paediatrician:pediatrician
paediatricians:pediatricians paedophile:pedophile paedophiles:pedophiles paedophilia:pedophilia
palaeontologist:paleontologist palaeontologists:paleontologists palaeontology:paleontology palaeolithic:paleolithic
plough:plow ploughs:plows ploughed:plowed ploughing:plowing pretence:pretense pretences:pretenses pyjamas:pajamas
sceptic:skeptic sceptics:skeptics sceptical:skeptical sceptically:skeptically scepticism:skepticism septicaemia:septicemia
skilful:skillful skilfully:skillfully unskilful:unskillful smoulder:smolder smoulders:smolders smouldered:smoldered
smouldering:smoldering snowplough:snowplow snowploughs:snowplows
sulphur:sulfur sulphate:sulfate sulphates:sulfates sulphide:sulfide sulphuric:sulfuric titbit:tidbit titbits:tidbits
wilful:willful wilfully:willfully ageing:aging
fibreglass:fiberglass theatregoer:theatergoer theatregoers:theatergoers manoeuvrable:maneuverable
manoeuvrability:maneuverability centrepiece:centerpiece centrepieces:centerpieces centrefold:centerfold
neighbourhoods:neighborhoods aerofoil:airfoil maths:math
pedlar:peddler pedlars:peddlers unmoulded:unmolded ploughman:plowman""".split()
BRITISH_ONLY = """programme:program programmes:programs cheque:check cheques:checks draught:draft draughts:drafts
draughty:drafty kerb:curb kerbs:curbs kerbside:curbside licence:license licences:licenses practise:practice
practised:practiced practises:practices practising:practicing storey:story storeys:stories tyre:tire tyres:tires learnt:learned
dreamt:dreamed spoilt:spoiled yoghurt:yogurt yoghurts:yogurts
""".split()
UNUSUAL = """benefitted:benefited benefitting:benefiting focussed:focused focusses:focuses focussing:focusing
refocussed:refocused refocussing:refocusing unfocussed:unfocused biassed:biased unbiassed:unbiased targetted:targeted
targetting:targeting budgetted:budgeted budgetting:budgeting profitted:profited profitting:profiting combatted:combated
combatting:combating visitted:visited pivotted:pivoted pivotting:pivoting ballotted:balloted ballotting:balloting
marketted:marketed marketting:marketing rocketted:rocketed offerred:offered developped:developed
gossipped:gossiped gossipping:gossiping trumpetted:trumpeted buffetted:buffeted leafletting:leafleting
blanketted:blanketed limitted:limited creditted:credited editted:edited exhibitted:exhibited inhibitted:inhibited
""".split()


def pairs() -> list[tuple[str, str, str]]:  # noqa: C901 - one rule of spelling after the other
    """All pairs, each once, in order of the British form."""
    found: dict[str, tuple[str, str, str]] = {}

    def add(british: str, american: str, mark: str) -> None:
        if british != american:
            found.setdefault(british, (british, american, mark))

    for stem in OUR:
        for tail in ["", *OUR_TAILS.get(stem, "").split()]:
            add(stem + tail, stem.removesuffix("our") + "or" + tail, "=")
    for word in OUR_MORE:
        add(word, word.replace("our", "or"), "=")
    for verb in ISE:
        stem = verb.removesuffix("e")
        tails = [
            "e",
            "es",
            "ed",
            "ing",
            *(["ation"] if verb in ISATION else []),
            *(["er", "ers"] if verb in ISER else []),
        ]
        for tail in tails:
            add(stem + tail, stem[:-1] + "z" + tail, "z")
    for word in ISE_MORE:
        at = word.rindex("is") if "isation" not in word else word.rindex("isation")
        add(word, word[: at + 1] + "z" + word[at + 2 :], "z")
    for verb in YSE:
        stem = verb.removesuffix("se")
        for tail in ("e", "es", "ed", "ing", "er", "ers"):
            if tail == "es" and verb == "analyse":
                continue  # the plural of analysis
            add(stem + "s" + tail, stem + "z" + tail, "=")
    for verb in LL:
        for tail in ("ed", "ing"):
            add(verb + "l" + tail, verb + tail, "=")
    for rows, mark in ((RE, "="), (RE_B, "b"), (RE_A, "a")):
        for row in rows:
            british, _, american = row.partition(":")
            american = american or british.removesuffix("re") + "er"
            add(british, american, mark)
            add(british + "s", american + "s", mark)
            if mark == "=" and british in ("centre", "manoeuvre", "calibre", "mitre"):
                add(british + "d", american + "ed", mark)
                add(british.removesuffix("e") + "ing", american + "ing", mark)
    for rows, mark in ((LL_MORE, "="), (PLAIN, "="), (BRITISH_ONLY, "b"), (UNUSUAL, "u")):
        for row in rows:
            british, _, american = row.partition(":")
            add(british, american, mark)
    for wrong in ("propellor", "gruelled", "ochres"):
        found.pop(wrong, None)
    return [found[key] for key in sorted(found)]


if __name__ == "__main__":
    print("# British, American, mark; made by tools/spelling_pairs.py, which explains the marks.")
    for row in pairs():
        print(*row)
