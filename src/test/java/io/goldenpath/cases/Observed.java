package io.goldenpath.cases;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the monitor made of it, in the words of its API.
 *
 * @param outcome Outcome of the last run, or why there was none.
 * @param findings Its findings.
 * @param logins How many logins the platform saw.
 * @param certificateDays How long the certificate is said to be good for; 0 where none is.
 */
record Observed(String outcome, List<Seen> findings, long logins, long certificateDays) {

  /** One finding. */
  record Seen(String kind, String step, String severity, String message) {

    @Override
    public String toString() {
      return kind + " in " + step + " (" + severity + "): " + message;
    }
  }

  @Override
  public String toString() {
    String said = findings.stream().map(Seen::toString).collect(Collectors.joining("; "));
    String expiry =
        certificateDays == 0 ? "" : ", certificate ends in " + certificateDays + " days";
    return outcome + ", " + logins + " logins" + expiry + (said.isEmpty() ? "" : ": " + said);
  }
}
