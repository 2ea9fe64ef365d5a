package io.sluice.formula.code;

import io.sluice.formula.Operation;
import java.util.List;

/** A part of a plan that goes once over the block. */
interface Pass {

  /** The arrays it is given, in the order of its parameters. */
  List<Integer> arrays();

  /**
   * Loads, plain arithmetic, stores.
   *
   * @param loads what is read first, each from the array beside it
   * @param stores what is written last
   */
  record Loop(List<Place> loads, List<Element> elements, List<Place> stores) implements Pass {

    public Loop {
      loads = List.copyOf(loads);
      elements = List.copyOf(elements);
      stores = List.copyOf(stores);
    }

    @Override
    public List<Integer> arrays() {
      return java.util.stream.Stream.concat(loads.stream(), stores.stream())
          .map(Place::array)
          .distinct()
          .toList();
    }
  }

  /**
   * An operation that has a loop of its own, by {@link io.sluice.formula.Loops}.
   *
   * @param number the place of its number in the list
   */
  record Call(Operation operation, int u, int v, int w, int result, int second, int number)
      implements Pass {

    @Override
    public List<Integer> arrays() {
      return List.of(u, v, w, result, second);
    }
  }

  /** Where a register is kept. */
  record Place(int register, int array) {}
}
