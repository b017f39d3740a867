package io.goldenpath.detection;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The cases as a page of the manual. */
final class DetectionTable {

  private DetectionTable() {}

  static String of(Catalogue catalogue) {
    return """
    # What the monitor detects

    The demo platform can be switched to %d faults and %d variants that a good platform may show as well.
    `DetectionIT` walks the golden path to each of them over real sockets: of a fault the monitor says what
    stands here, its cause first, and nothing else; of a variant it says nothing.

    Switch one on with `curl -d '{"fault":"empty_answer"}' localhost:8080/demo/faults`, and off with
    `{"fault":"none"}`.

    ## Faults

    %s

    ## Tolerated variants

    %s
    """
        .formatted(
            catalogue.faults().size(),
            catalogue.variants().size(),
            faults(catalogue.faults()),
            variants(catalogue.variants()));
  }

  private static String faults(List<Case> faults) {
    return "| fault | what the platform does | what the monitor says |\n|---|---|---|\n"
        + faults.stream()
            .map(row ->
                "| `%s` | %s | %s |"
                    .formatted(
                        row.behaviour().label(),
                        row.behaviour().sentence(),
                        row.signs().stream().map(Sign::toString).collect(joining(", "))))
            .collect(joining("\n"));
  }

  private static String variants(List<Case> variants) {
    return "| variant | what the platform does |\n|---|---|\n"
        + variants.stream()
            .map(row ->
                "| `%s` | %s |".formatted(row.behaviour().label(), row.behaviour().sentence()))
            .collect(joining("\n"));
  }
}
