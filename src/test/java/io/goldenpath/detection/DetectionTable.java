package io.goldenpath.detection;

import static java.util.stream.Collectors.joining;

import io.goldenpath.catalogue.spoken.SpokenProtocol;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultCatalogue;
import io.goldenpath.detection.Catalogue.Chapter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cases as a page of the manual. */
final class DetectionTable {

  private DetectionTable() {}

  static String of(Catalogue catalogue) {
    return """
    # What the monitor detects

    The demo platform can be switched to %d faults, and to %d variants that a good platform may show as well.
    `DetectionIT` walks to each of them over real sockets, on the golden path or on the journey after which a
    chapter is named: of a fault the monitor says what stands here, its cause first, and nothing else; of a
    variant it says nothing. The demo as it is shipped plays the %d faults in bold; the others are added by
    the tests' catalogue, `io.goldenpath.catalogue`. This page is written from the same cases, and a test holds it.

    Switch one on, for everybody, for one `"user"`, or for so many `"runs"` or `"connections"`:

    ```
    curl -X POST localhost:8080/demo/faults -H 'Content-Type: application/json' -d '{"fault":"empty_answer","runs":3}'
    curl -X POST localhost:8080/demo/faults -H 'Content-Type: application/json' -d '{"fault":"none"}'
    ```

    The limits of the demo target are narrower than those of the tests: what is merely late here may be too late there.

    ## Faults
    %s
    ## Faults below the frame

    A relay before the platform plays these; `RelayFaultIT` walks the golden path through it.

    %s
    ## Over other framings

    `SpokenDetectionIT` walks to the same %d faults once more, in a described dialect, over each of %s:
    a relay speaks the framing to the monitor, and plain JSON to the demo platform. Each is called what it is called
    above, in the same step and with the same severity, over all %d of them, except for these, of which nothing is said:

    | fault | why a described dialect does not say it |
    |---|---|
    %s
    Every build walks to %d of them over each framing, `-Dthorough=true` to all. The faults below the frame are the
    same for every framing.

    ## Tolerated variants
    %s\
    """
        .formatted(
            Catalogue.cases(catalogue.faults()).count(),
            Catalogue.cases(catalogue.variants()).count(),
            FaultCatalogue.shipped().faults().size(),
            tables(
                catalogue.faults(),
                "| fault | what the platform does | what the monitor says |\n|---|---|---|\n",
                DetectionTable::fault),
            RelayCases.table(),
            SpokenCases.all().size(),
            Stream.of(SpokenProtocol.values())
                .map(protocol -> "`" + protocol.label() + "`")
                .collect(joining(", ")),
            SpokenProtocol.values().length,
            SpokenCases.DIFFERENCES.stream().map(DetectionTable::difference).collect(joining()),
            SpokenCases.ALWAYS.size(),
            tables(
                catalogue.variants(),
                "| variant | what the platform does |\n|---|---|\n",
                DetectionTable::variant));
  }

  private static String tables(
      List<Chapter> chapters, String head, Function<DetectionCase, String> row) {
    return chapters.stream()
        .map(chapter ->
            "\n### %s\n\n%s%s"
                .formatted(
                    chapter.title(), head, chapter.cases().stream().map(row).collect(joining())))
        .collect(joining());
  }

  private static String fault(DetectionCase row) {
    String signs = row.signs().stream().map(ExpectedFinding::toString).collect(joining(", "));
    return "| %s | %s | %s |\n"
        .formatted(name(row.behaviour()), row.behaviour().description(), signs);
  }

  private static String difference(SpokenDifference difference) {
    return "| `%s` | %s |\n".formatted(difference.fault().name(), difference.reason());
  }

  private static String name(DemoBehaviour fault) {
    String name = "`" + fault.name() + "`";
    return FaultCatalogue.shipped().faults().contains(fault) ? "**" + name + "**" : name;
  }

  private static String variant(DetectionCase row) {
    return "| `%s` | %s |\n".formatted(row.behaviour().name(), row.behaviour().description());
  }
}
