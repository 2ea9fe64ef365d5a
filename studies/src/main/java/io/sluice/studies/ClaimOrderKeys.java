package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.analysis.claim.Group;
import io.sluice.analysis.claim.Measure;
import io.sluice.analysis.claim.Order;
import io.sluice.analysis.claim.Rule;
import java.util.List;
import java.util.Optional;

/** The keys of rules about the order of several groups. */
final class ClaimOrderKeys {

  private static final Key<Order, List<Group>> LOWEST_FIRST =
      key("lowest-first", "the groups, two at least")
          .like("lowest-first: [{activation: tanh}, {activation: relu}]")
          .needed(ClaimGroupKeys.GROUP.some("[{activation: tanh}]"), Order::groups);
  private static final Key<Order, Measure> ORDER_BY = ClaimLeafKeys.by(Order::by);
  private static final Key<Order, Double> APART =
      key("apart", "the smallest difference of neighbours that matters")
          .like("apart: 0.1")
          .needed(ClaimLeafKeys.SIZE, Order::apart);
  private static final Key<Order, Double> ORDER_SPREAD = ClaimLeafKeys.spread(Order::spread);

  static final Section<Order> ORDER =
      Section.of(LOWEST_FIRST, ORDER_BY, APART, ClaimLeafKeys.where(), ORDER_SPREAD);

  static final Codec<Rule> AS_ORDER =
      ClaimLeafKeys.leaf(
          ORDER,
          (field, given) ->
              Optional.of(
                  new Order(
                      given.get(LOWEST_FIRST),
                      given.get(ORDER_BY),
                      given.get(APART),
                      given.get(ORDER_SPREAD))));

  private ClaimOrderKeys() {}
}
