package io.goldenpath.catalogue;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.fault.AdmissionFaults;
import io.goldenpath.catalogue.fault.AnswerFaults;
import io.goldenpath.catalogue.fault.DisconnectFaults;
import io.goldenpath.catalogue.fault.ErrorFaults;
import io.goldenpath.catalogue.fault.EventFaults;
import io.goldenpath.catalogue.fault.FabricatedFaults;
import io.goldenpath.catalogue.fault.IdentityFaults;
import io.goldenpath.catalogue.fault.LeakFaults;
import io.goldenpath.catalogue.fault.LoginFaults;
import io.goldenpath.catalogue.fault.RecoveryFaults;
import io.goldenpath.catalogue.fault.RefusalFaults;
import io.goldenpath.catalogue.fault.ResidueFaults;
import io.goldenpath.catalogue.fault.RoutingFaults;
import io.goldenpath.catalogue.fault.SilenceFaults;
import io.goldenpath.catalogue.fault.UpgradeFaults;
import io.goldenpath.catalogue.fault.WelcomeFaults;
import io.goldenpath.catalogue.variant.AfterAnswerVariants;
import io.goldenpath.catalogue.variant.AgentVariants;
import io.goldenpath.catalogue.variant.AnswerVariants;
import io.goldenpath.catalogue.variant.ConnectionFrameVariants;
import io.goldenpath.catalogue.variant.EncodingVariants;
import io.goldenpath.catalogue.variant.EnvelopeVariants;
import io.goldenpath.catalogue.variant.NoticeVariants;
import io.goldenpath.catalogue.variant.RunReportVariants;
import io.goldenpath.catalogue.variant.SessionVariants;
import io.goldenpath.catalogue.variant.TimestampVariants;
import io.goldenpath.catalogue.variant.WelcomeVariants;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the demo platform can be switched to in tests: the shipped faults and more. */
public final class DemoCatalogue {

  private DemoCatalogue() {}

  public static FaultCatalogue whole() {
    return new FaultCatalogue(
        Stream.of(FaultCatalogue.shipped().faults(), onOnePath(), betweenUsers())
            .flatMap(List::stream)
            .toList(),
        all(
            EnvelopeVariants.GROUP,
            WelcomeVariants.GROUP,
            TimestampVariants.GROUP,
            ConnectionFrameVariants.GROUP,
            RunReportVariants.GROUP,
            NoticeVariants.GROUP,
            AfterAnswerVariants.GROUP,
            EncodingVariants.GROUP,
            AgentVariants.GROUP,
            AnswerVariants.GROUP,
            SessionVariants.GROUP));
  }

  /** The behaviour of this name. */
  public static DemoBehaviour named(String name) {
    return whole().named(name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** The faults that one user meets who walks alone. */
  private static List<DemoBehaviour> onOnePath() {
    return all(
        LoginFaults.GROUP,
        UpgradeFaults.GROUP,
        AdmissionFaults.GROUP,
        WelcomeFaults.GROUP,
        SilenceFaults.GROUP,
        DisconnectFaults.GROUP,
        ErrorFaults.GROUP,
        EventFaults.GROUP,
        IdentityFaults.GROUP,
        AnswerFaults.GROUP,
        FabricatedFaults.GROUP,
        RecoveryFaults.GROUP,
        RefusalFaults.GROUP);
  }

  /** The faults that show only where several users walk at once. */
  public static List<DemoBehaviour> betweenUsers() {
    return all(LeakFaults.GROUP, RoutingFaults.GROUP, ResidueFaults.GROUP);
  }

  private static List<DemoBehaviour> all(BehaviourGroup... groups) {
    return Stream.of(groups).map(BehaviourGroup::all).flatMap(List::stream).toList();
  }
}
