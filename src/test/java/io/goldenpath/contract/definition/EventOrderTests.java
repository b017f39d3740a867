package io.goldenpath.contract.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventOrderTests {

  @Test
  void knowsPartialOrders() {
    EventOrder order = EventOrder.of(List.of(List.of("a", "b", "d"), List.of("a", "c", "d")));

    assertThat(order.before("a", "d")).isTrue();
    assertThat(order.before("b", "c")).isFalse();
    assertThat(order.precedences(Set.of("a", "d")))
        .containsExactly(new EventOrder.Precedence("a", "d"));
    assertThat(order.precedences(Set.of("a", "b", "d")))
        .containsExactlyInAnyOrder(
            new EventOrder.Precedence("a", "b"), new EventOrder.Precedence("b", "d"));
    assertThat(EventOrder.contradiction(List.of(List.of("a", "b"), List.of("b", "c", "a"))))
        .contains(new EventOrder.Precedence("c", "a"));
  }
}
