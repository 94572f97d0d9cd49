package org.efcevents.benchmark;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sentences about what an event was about, the same in English and in French. */
final class Prose {

    /** A text in both languages. */
    record Text(String english, String french) {}

    private static final List<Text> SUBJECTS = List.of(
            new Text("payment services", "services de paiement"),
            new Text("social networks", "réseaux sociaux"),
            new Text("the private sector", "le secteur privé"),
            new Text("police training", "formation des policiers"),
            new Text("notice and takedown", "notification et retrait"),
            new Text("hosting providers", "hébergeurs"),
            new Text("data protection", "protection des données"),
            new Text("victim identification", "identification des victimes"),
            new Text("awareness campaigns", "campagnes de sensibilisation"),
            new Text("virtual currencies", "monnaies virtuelles"),
            new Text("cross-border cooperation", "coopération transfrontalière"),
            new Text("research and statistics", "recherche et statistiques"));

    private static final List<Text> SENTENCES = List.of(
            new Text(
                    "The participants compared what their organisations had learned about %s.",
                    "Les participants ont comparé l’expérience de leurs organisations en matière de %s."),
            new Text(
                    "A working paper on %s was presented and discussed at length.",
                    "Un document de travail sur le thème « %s » a été présenté et longuement débattu."),
            new Text(
                    "It was agreed to collect examples of good practice in the field of %s before summer.",
                    "Il a été convenu de recueillir avant l’été des exemples de bonnes pratiques dans le domaine « %s »."),
            new Text(
                    "Several members asked for guidance on %s that smaller organisations can follow, too.",
                    "Plusieurs membres ont demandé, au sujet du thème « %s », des conseils que de petites structures peuvent suivre."),
            new Text(
                    "The chair thanked the experts in %s and closed the meeting in the late afternoon.",
                    "Le président a remercié les experts du thème « %s » et clos la réunion en fin d’après-midi."),
            new Text(
                    "Questions about the funding of %s were left to the next meeting of the steering group.",
                    "Les questions de financement du thème « %s » ont été renvoyées au groupe de pilotage."),
            new Text(
                    "Two companies showed tools for %s, which national authorities will try out this year.",
                    "Deux entreprises ont montré des outils pour le thème « %s », que les autorités essaieront cette année."));

    private final RandomGenerator random;

    Prose(RandomGenerator random) {
        this.random = random;
    }

    /** A common subject; one of a hundred times a rare one, so that searching for it finds a hundredth. */
    Text subject() {
        return random.nextInt(100) == 0
                ? new Text("hotline", "signalement")
                : SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    }

    /** One sentence. */
    Text sentence(Text subject) {
        return sentence(random.nextInt(SENTENCES.size()), subject);
    }

    /** Paragraphs of three sentences each, as rich text. */
    Text paragraphs(int count, Text subject) {
        List<Text> sentences =
                IntStream.range(0, 3 * count).mapToObj(i -> sentence(subject)).toList();
        return new Text(
                html(sentences.stream().map(Text::english).toList()),
                html(sentences.stream().map(Text::french).toList()));
    }

    private static Text sentence(int number, Text subject) {
        Text sentence = SENTENCES.get(number);
        return new Text(
                sentence.english().formatted(subject.english()),
                sentence.french().formatted(subject.french()));
    }

    private static String html(List<String> sentences) {
        return IntStream.iterate(0, i -> i < sentences.size(), i -> i + 3)
                .mapToObj(i -> "<p>" + String.join(" ", sentences.subList(i, i + 3)) + "</p>")
                .collect(Collectors.joining());
    }
}
