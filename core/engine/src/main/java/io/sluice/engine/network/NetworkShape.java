package io.sluice.engine.network;

import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network, with everything resolved. All its weights have an index: layer by layer the matrix by
 * rows (or the left factor and then the right one), the biases, the gains and shifts of the
 * normalisation, the parameters of the activation one after the other. Those that are not frozen
 * are its parameters, numbered in the same order without gaps.
 *
 * @param layers first layer first, at least one
 */
public record NetworkShape(List<LayerShape> layers) {

  public NetworkShape {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network has at least one layer");
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).inputs() != layers.get(i - 1).units()) {
        throw new IllegalArgumentException(
            "layer "
                + (i + 1)
                + " takes "
                + layers.get(i).inputs()
                + " numbers, but gets "
                + layers.get(i - 1).units());
      }
    }
  }

  /**
   * Plain dense layers.
   *
   * @param widths inputs, hidden layers, outputs
   * @param activations one for each layer after the inputs; null where it is linear
   */
  public static NetworkShape dense(
      List<Integer> widths, boolean bias, List<Activation> activations) {
    List<LayerShape> layers = new ArrayList<>();
    for (int i = 1; i < widths.size(); i++) {
      layers.add(LayerShape.dense(widths.get(i - 1), widths.get(i), bias, activations.get(i - 1)));
    }
    return new NetworkShape(layers);
  }

  /** How many numbers go in. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** How many numbers come out. */
  public int outputs() {
    return layers.get(layers.size() - 1).units();
  }

  /** The groups of all weights, in their order. */
  public List<WeightGroup> groups() {
    List<WeightGroup> groups = new ArrayList<>();
    int first = 0;
    for (int layer = 0; layer < layers.size(); layer++) {
      List<WeightGroup> more = layers.get(layer).groups(layer, first);
      for (WeightGroup group : more) {
        first += group.count();
      }
      groups.addAll(more);
    }
    return groups;
  }

  /** How many weights there are, frozen ones included. */
  public int weights() {
    return groups().stream().mapToInt(WeightGroup::count).sum();
  }

  /** How many of them are trained. */
  public int parameters() {
    return groups().stream().filter(group -> !group.frozen()).mapToInt(WeightGroup::count).sum();
  }

  /** The index among all weights of each parameter. */
  public int[] indexOfParameter() {
    return indices(false);
  }

  /** The index among all weights of each weight that is frozen. */
  public int[] indexOfFrozen() {
    return indices(true);
  }

  private int[] indices(boolean frozen) {
    int[] indices = new int[frozen ? weights() - parameters() : parameters()];
    int next = 0;
    for (WeightGroup group : groups()) {
      for (int i = 0; group.frozen() == frozen && i < group.count(); i++) {
        indices[next++] = group.first() + i;
      }
    }
    return indices;
  }

  /** For each parameter whether it is one of a matrix. */
  public boolean[] matrixParameters() {
    boolean[] ofMatrix = new boolean[parameters()];
    int next = 0;
    for (WeightGroup group : groups()) {
      if (!group.frozen()) {
        Arrays.fill(ofMatrix, next, next + group.count(), group.kind().isMatrix());
        next += group.count();
      }
    }
    return ofMatrix;
  }

  /** Where each group of parameters begins, and at last how many parameters there are. */
  public int[] groupsOfParameters() {
    List<Integer> starts = new ArrayList<>(List.of(0));
    trainedGroups().forEach(group -> starts.add(starts.get(starts.size() - 1) + group.count()));
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /** For each of the groups of parameters how many columns it has. */
  public int[] columnsOfParameters() {
    return trainedGroups().mapToInt(WeightGroup::columns).toArray();
  }

  private Stream<WeightGroup> trainedGroups() {
    return groups().stream().filter(group -> !group.frozen() && group.count() > 0);
  }

  /** Whether an activation is over all units of its layer. */
  public boolean hasLayerActivation() {
    return layers.stream().anyMatch(layer -> layer.layerActivation() != null);
  }

  /** The numbers, from 0, of the layers that have an activation of single numbers. */
  public List<Integer> activatedLayers() {
    return IntStream.range(0, layers.size())
        .filter(layer -> layers.get(layer).activation() != null)
        .boxed()
        .toList();
  }

  /** The numbers, from 0, of the layers that have parameters. */
  public List<Integer> trainedLayers() {
    return groups().stream()
        .filter(group -> !group.frozen())
        .map(WeightGroup::layer)
        .distinct()
        .toList();
  }

  /** Whether an activation draws random numbers in training. */
  public boolean drawsInTraining() {
    return layers.stream().anyMatch(LayerShape::drawsInTraining);
  }

  /** How many parameters a layer and all before it have. */
  public int parametersUpTo(int layer) {
    return groups().stream()
        .filter(group -> !group.frozen() && group.layer() <= layer)
        .mapToInt(WeightGroup::count)
        .sum();
  }

  /** The widths, such as {@code 2-16-1}. */
  public String widths() {
    return Stream.concat(Stream.of(inputs()), layers.stream().map(LayerShape::units))
        .map(String::valueOf)
        .collect(Collectors.joining("-"));
  }
}
