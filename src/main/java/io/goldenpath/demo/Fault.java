package io.goldenpath.demo;

import java.util.Arrays;
import java.util.stream.Stream;

/** Something that the platform gets wrong. */
public sealed interface Fault extends DemoBehaviour
    permits DemoFault,
        LoginFault,
        UpgradeFault,
        DoorFault,
        WelcomeFault,
        PaceFault,
        DropFault,
        ErrorFault,
        EventFault,
        IdentityFault,
        AnswerFault,
        FabricatedFault,
        LeakFault,
        RoutingFault,
        ResidueFault,
        RecoveryFault,
        RefusalFault {

  /** Every fault, by the place where it shows. */
  static Stream<Fault> all() {
    return Stream.<Fault[]>of(
            DemoFault.values(),
            LoginFault.values(),
            UpgradeFault.values(),
            DoorFault.values(),
            WelcomeFault.values(),
            PaceFault.values(),
            DropFault.values(),
            ErrorFault.values(),
            EventFault.values(),
            IdentityFault.values(),
            AnswerFault.values(),
            FabricatedFault.values(),
            LeakFault.values(),
            RoutingFault.values(),
            ResidueFault.values(),
            RecoveryFault.values(),
            RefusalFault.values())
        .flatMap(Arrays::stream);
  }
}
