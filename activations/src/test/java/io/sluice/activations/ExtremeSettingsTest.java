package io.sluice.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hyper-parameters at the ends of what they allow, and far beyond what anyone needs, at inputs of
 * all sizes: what is finite never gives NaN.
 */
class ExtremeSettingsTest {

  private static final int MIXTURES = 100;

  /** They are written as their sources have them, so they are held to it with their presets. */
  private static final Set<String> SURVEYED =
      BuiltIns.definitions("survey.yaml").stream().map(Activation::id).collect(Collectors.toSet());

  private static final double[] SIZES = {
    0,
    4.9e-324,
    1e-310,
    1e-300,
    1e-200,
    1e-100,
    1e-20,
    1e-9,
    0.3,
    1,
    3,
    19,
    40,
    345,
    700,
    709.5,
    720,
    746,
    1e5,
    1.1e6,
    1e9,
    1e16,
    1e100,
    1e155,
    1e200,
    1e300,
    Double.MAX_VALUE
  };

  private static final double[] INPUTS =
      DoubleStream.concat(Arrays.stream(SIZES), Arrays.stream(SIZES).map(size -> -size)).toArray();

  static List<Activation> builtIns() {
    return BuiltIns.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("builtIns")
  void finiteInputsGiveNumbersWhateverTheSettings(Activation activation) {
    for (Map<String, Double> settings : settings(activation)) {
      Activation configured;
      try {
        configured = (Activation) activation.with(settings);
      } catch (IllegalArgumentException refused) {
        continue;
      }
      assertThat(configured.range().lower()).as("range with %s", settings).isNotNaN();
      for (double x : INPUTS) {
        assertThat(configured.value(x)).as("value(%s) with %s", x, settings).isNotNaN();
        assertThat(configured.slope(x)).as("slope(%s) with %s", x, settings).isNotNaN();
        if (configured instanceof TrainableActivation) {
          checkSlopesBy((TrainableActivation) configured, x);
        }
      }
    }
  }

  private static void checkSlopesBy(TrainableActivation activation, double x) {
    double[] at = activation.initialParameters();
    for (int k = 0; k < at.length; k++) {
      assertThat(activation.slopeBy(k, x, at))
          .as("slope by %s at %s, %s", activation.trainable().get(k), x, Arrays.toString(at))
          .isNotNaN();
    }
  }

  /** Each hyper-parameter at its extremes with the others' presets, then seeded mixtures. */
  private static List<Map<String, Double>> settings(Activation activation) {
    List<Hyperparameter> hyperparameters = activation.hyperparameters();
    Map<String, Double> presets = new LinkedHashMap<>();
    hyperparameters.forEach(each -> presets.put(each.name(), each.value()));
    List<Map<String, Double>> settings = new ArrayList<>(List.of(presets));
    if (SURVEYED.contains(activation.id())) {
      return settings;
    }
    for (Hyperparameter hyperparameter : hyperparameters) {
      for (double extreme : extremes(hyperparameter)) {
        Map<String, Double> changed = new LinkedHashMap<>(presets);
        changed.put(hyperparameter.name(), extreme);
        settings.add(changed);
      }
    }
    Random random = new Random(activation.id().hashCode());
    for (int i = 0; i < MIXTURES && hyperparameters.size() > 1; i++) {
      Map<String, Double> mixture = new LinkedHashMap<>();
      for (Hyperparameter hyperparameter : hyperparameters) {
        List<Double> extremes = extremes(hyperparameter);
        mixture.put(hyperparameter.name(), extremes.get(random.nextInt(extremes.size())));
      }
      settings.add(mixture);
    }
    return settings;
  }

  private static List<Double> extremes(Hyperparameter hyperparameter) {
    Interval range = hyperparameter.range();
    TreeSet<Double> candidates = new TreeSet<>(List.of(hyperparameter.value()));
    for (double size : SIZES) {
      candidates.addAll(List.of(size, -size + 0.0));
    }
    candidates.addAll(List.of(range.lower(), range.upper()));
    candidates.addAll(List.of(Math.nextUp(range.lower()), Math.nextDown(range.upper())));
    boolean real = hyperparameter.kind() == Hyperparameter.Kind.REAL;
    return candidates.stream()
        .filter(each -> Double.isFinite(each) && range.contains(each))
        .filter(each -> real || each == Math.rint(each))
        .toList();
  }

  /** Exact limits where a setting brings a formula to its edge, by 60 digits of mpmath. */
  @ParameterizedTest(name = "{0} {1} at {2}")
  @CsvSource({
    "aranda-ordaz,a=1e-300,0.001,0.6324884382084005,0.3678792571704392",
    "aranda-ordaz,a=1e-20,0.3,0.7407231340091724,0.34998716115842166",
    "aranda-ordaz,a=1e-17,1,0.9340119641546875,0.17937407873401717",
    "aranda-ordaz,a=1e-16,-2,0.12657698150688335,0.11820495159314315",
    "eis,alpha=0,-700,-0.9999989795933986,2.9154429702137594e-09",
    "eis,alpha=0,-746,-0.9999991015544456,2.4086979721660477e-09",
    "aria2,alpha=1e-6;beta=1,-1.1e6,-366158.1920678875,-0.03328710836980794",
    "rmaf,c=1e-6,-1.1e6,-366158.6996712763,-0.03328715451557056"
  })
  void limitsAreReached(String id, String settings, double x, double value, double slope) {
    Activation activation = BuiltIns.configured(id, settings);
    assertThat(Math.abs(activation.value(x) - value)).isLessThanOrEqualTo(2e-15 * Math.abs(value));
    assertThat(Math.abs(activation.slope(x) - slope)).isLessThanOrEqualTo(1e-14 * Math.abs(slope));
  }
}
