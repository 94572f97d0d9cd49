package org.efcevents.datephrase;

import static org.efcevents.datephrase.DateWords.words;

import java.util.Set;

/** The words of sentences that tell of what a date in them is; all folded. */
final class WordsAroundDates {

    /** Before a date they make it one that something was done before, or that something else is of. */
    static final Set<String> BARRING =
            words("by before until since after than dated till avant jusqu depuis apres des d'ici ici bis vor nach"
                    + " seit tegen voor sinds antes hasta desde prima dopo entro between pre post");

    static final Set<String> OF = words("of du de des vom van del");
    static final Set<String> LEADING = words("on le la les am in en au im op el il l the du from vom ce a");
    static final Set<String> RELATIVE =
            words("which that who whose where when while qui que dont lequel laquelle lesquels lesquelles ou"
                    + " because as since although whereas if once");

    /** Between a verb and a date they say that the date is of something else. */
    static final Set<String> OTHERS = words(
            "expected due announced deadline deadlines published adopted signed dated founded born died submit submitted registration abstract"
                    + " abstracts closed closes expires ends ended resume continue continued prepare preparing preparation followed following"
                    + " prior ahead pour afin um zu inscriptions date datee attendue attendu attendus attendues publie publiee adopte adoptee signe"
                    + " signee fonde fondee avant apres until till issued released recorded updated modified posted uploaded created established"
                    + " decided adoptee expected deadline created newsletter bulletin valid cancelled canceled annule annulee annules annulees abgesagt");

    static final Set<String> CANCELLED = words("cancelled canceled annule annulee annules annulees abgesagt");

    static final Set<String> STRONG = words(
            "met meet meets gathered gathers convened convenes assembled reuni reunie reunis reunies reunira reuniront reunit tiendra tiendront"
                    + " deroule deroulee deroules deroulees deroulera derouleront stattgefunden stattfinden fand findet fanden traf trafen tagte tagten vond vonden"
                    + " vindt tuvo tendra celebro celebrara svolto svolta svolgera svolti");

    static final Set<String> TENSED =
            words("tenu tenue tenus tenues held gehouden abgehalten tenuto tenuta organised organized");
    static final Set<String> MOVING = words(
            "scheduled rescheduled postponed moved planned foreseen fixed set prevu prevue prevus prevues fixe fixee reporte reportee"
                    + " reportes reportees deplace deplacee verschoben verlegt geplant gepland verplaatst");

    static final Set<String> MEDIUM = words(
            "organised organized organises organizes hosted hosts attended attends participated participates part joined joins launched launches"
                    + " presented presents visited visits celebrated answered welcomed brought held holds hold came opened organise organisee"
                    + " lance lancee accueilli accueille participe presente assiste visite rencontre rencontres invite invites retrouves retrouve"
                    + " examine rendu rendue followed host organise join start started starts begin begins began guests hat haben");

    static final Set<String> BE = words(
            "was were is are be been being est sont ete etait etaient sera seront fut furent wurde wurden wird ist sind war werd werden is fue"
                    + " stato stata a s se si");

    static final Set<String> ADVERBS = words(
            "also originally now again then first finally already initially therefore usually jointly egalement aussi");

    static final Set<String> HELPERS = words(
            "will had has have was were is are be been being then originally also should would to se s est a aura avait eu ete sera first"
                    + " finally again always y n not did does ont auront sont seront ayant avoir devait devaient devrait devraient doit");

    static final Set<String> OTHER_MEETING = words(
            "next following previous last another further later earlier prochain prochaine prochains prochaines suivant suivante precedent precedente"
                    + " dernier derniere nachste nachsten letzte vorige volgende proxima proximo prossima prossimo");

    static final Set<String> SUBORDINATE = words(
            "after following since before ahead prior apres suite avant depuis nach vor seit because although if besides");

    static final Set<String> POSSESSIVE = words("a an its their our his her this these that be");
    static final Set<String> ITSELF = words("it il elle ils elles");

    /** Whose event it is: that of the entry. */
    static final Set<String> OURS = words("our ours we notre nos nous unser unsere wir ons onze wij");

    /** “This one took place …”, beside another. */
    static final Set<String> THIS_ONE = words("celui celle ceux celles diese dieser dieses deze dit");

    /** Of these the date before which they stand is, or the one in brackets behind them. */
    static final Set<String> LAWS = words(
            "directive regulation law act decree resolution treaty convention journal oj jo loi decret arrete ordonnance reglement traite"
                    + " gesetz verordnung richtlinie");

    static final Set<String> ABBREVIATIONS =
            words("mr ms mrs dr prof st no art vol mme m nr approx ca bzw inkl p pp ed");

    /** Of what these are the subject is not the event, whatever takes place. */
    static final Set<String> OTHER_SUBJECTS = words(
            "deadline deadlines proposal registration registrations inscription inscriptions newsletter minutes payment delai cloture decision vote"
                    + " survey enquete publication anmeldung frist bulletin");

    private WordsAroundDates() {}
}
