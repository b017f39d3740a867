package io.goldenpath.contract;

import io.goldenpath.probe.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds what each of many users heard against what all the others own: who saw what is not theirs.
 * It costs what the frames cost to read, however many users there are.
 */
public final class CompanyJudgement {

  private final Company company;
  private final JointDocket docket;
  private final Markers markers;
  private final Lookout lookout;

  CompanyJudgement(List<Testimony> all, long startNanos) {
    this.company = new Company(all);
    this.docket = new JointDocket(company, startNanos);
    this.markers = new Markers(company);
    this.lookout = new Lookout(markers);
  }

  /**
   * Every finding of a run that began at this reading of the clock: what was found against each
   * user's run alone, less what has its cause in another's, and what is found between them.
   */
  public static List<Finding> judge(List<Testimony> all, long startNanos) {
    return new CompanyJudgement(all, startNanos).judge();
  }

  List<Finding> judge() {
    List<Sightings> sightings = new ArrayList<>();
    for (int user = 0; user < company.size(); user++) {
      sightings.add(Sightings.of(company, user, markers, lookout));
    }
    Belongings belongings = new Belongings(company, sightings);
    Collisions collisions = new Collisions(company, belongings);
    List<Stray> strays = new ArrayList<>();
    for (int user = 0; user < company.size(); user++) {
      strays.addAll(Strays.of(company, belongings, collisions, user, sightings.get(user)));
    }
    List<Diversion> diversions = Diversion.among(strays, company, belongings);
    Explained explained = new Explained(company, belongings, strays, diversions);
    collisions.all().forEach(docket::collision);
    diversions.forEach(docket::diverted);
    explained.rest().forEach(docket::strays);
    List<Finding> findings = new ArrayList<>(docket.findings());
    for (int user = 0; user < company.size(); user++) {
      findings.addAll(explained.remaining(user));
    }
    docket.unheard().ifPresent(findings::add);
    findings.sort(Comparator.comparing(finding -> finding.evidence().at()));
    return findings;
  }

  /** Letters read and places looked at so far. */
  long work() {
    return lookout.work();
  }
}
