package io.sluice.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.RandomStream;
import io.sluice.tck.RightOptimizers.Halving;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A right optimizer that decides where it looks passes; of those with a slip it is named. */
class OracleMutantsTest {

  @Nested
  class HalvingTest implements ComponentContract {
    @Override
    public OracleOptimizer component() {
      return new Halving();
    }
  }

  @Test
  void questionThatIsNotDeclared() {
    Halving mutant =
        new Halving() {
          @Override
          OracleRequest search() {
            return OracleRequest.RESIDUALS;
          }
        };
    assertThat(Faults.first(mutant, "oracle-questions"))
        .isEqualTo("asked for RESIDUALS, but questions() declares only [LOSS, GRADIENT]");
  }

  @Test
  void decisionDeclaredAsQuestion() {
    Halving mutant =
        new Halving() {
          @Override
          public Set<OracleRequest> questions() {
            return EnumSet.allOf(OracleRequest.class);
          }
        };
    assertThat(Faults.first(mutant, "oracle-questions"))
        .isEqualTo("questions() declares ACCEPT, which is no question");
  }

  @Test
  void directionThatIsNotWritten() {
    Halving mutant =
        new Halving() {
          @Override
          public Set<OracleRequest> questions() {
            return EnumSet.of(OracleRequest.GRADIENT, OracleRequest.HESSIAN_PRODUCT);
          }

          @Override
          OracleRequest search() {
            return OracleRequest.HESSIAN_PRODUCT;
          }
        };
    assertThat(Faults.first(mutant, "oracle-questions"))
        .isEqualTo("HESSIAN_PRODUCT has the direction NaN of parameter 0; was it not written?");
  }

  @Test
  void stepsWithoutQuestions() {
    Halving mutant =
        new Halving() {
          @Override
          OracleRequest search() {
            return OracleRequest.ACCEPT;
          }
        };
    assertThat(Faults.first(mutant, "oracle-questions"))
        .isEqualTo("accepted a point without a question since the last one");
  }

  @Test
  void randomNumbersOfItsOwn() {
    Halving mutant =
        new Halving() {
          private final RandomStream own = new RandomStream(5);

          @Override
          double noise(RandomStream given) {
            return 1 + own.nextDouble();
          }
        };
    assertThat(Faults.first(mutant, "oracle-repeatable"))
        .startsWith("with the same random numbers, request 3, LOSS, is at ");
  }

  @Test
  void gradientOfAllTrialsInTheOptimizer() {
    Halving mutant =
        new Halving() {
          private final double[] shared = new double[3];

          @Override
          double[] gradient(double[] told) {
            System.arraycopy(told, 0, shared, 0, 3);
            return shared;
          }
        };
    assertThat(Faults.only(mutant, "oracle-states"))
        .startsWith("while another trial was at work, request ");
  }

  @Test
  void hyperparameterInAStaticField() {
    assertThat(Faults.first(new Shared(1), "oracle-states"))
        .startsWith("while another trial was at work, request 3, LOSS, is at ");
  }

  @Test
  void goingUphill() {
    Halving mutant =
        new Halving() {
          @Override
          double[] gradient(double[] told) {
            return Arrays.stream(told).map(slope -> -slope).toArray();
          }

          @Override
          boolean isEnough(double told, double loss, double[] asked, double[] point) {
            return true;
          }
        };
    assertThat(Faults.first(mutant, "oracle-descent"))
        .startsWith("for 300.0 forward-equivalents the loss of a bowl came from 5.8125 down to ");
  }

  @Test
  void pointsTakenForThoseThatWereAskedFor() {
    Halving mutant =
        new Halving() {
          @Override
          boolean isEnough(double told, double loss, double[] asked, double[] point) {
            if (!Arrays.equals(asked, point)) {
              throw new IllegalStateException("somebody moved it");
            }
            return told <= loss;
          }
        };
    assertThat(Faults.first(mutant, "oracle-box")).contains("somebody moved it");
  }

  @Test
  void givingUpWherePointsArePutBack() {
    Halving mutant =
        new Halving() {
          private boolean moved;

          @Override
          boolean isEnough(double told, double loss, double[] asked, double[] point) {
            moved = !Arrays.equals(asked, point);
            return told <= loss && !moved;
          }

          @Override
          OracleRequest search() {
            return moved ? OracleRequest.STOP : OracleRequest.LOSS;
          }
        };
    assertThat(Faults.first(mutant, "oracle-box")).startsWith("in a box without the least loss");
  }

  @Test
  void infinityOverInfinity() {
    Halving mutant =
        new Halving() {
          @Override
          double length(double length, double loss) {
            return length * loss / loss;
          }
        };
    assertThat(Faults.first(mutant, "oracle-infinite")).startsWith("LOSS has parameter 0 at NaN");
  }

  @Test
  void zeroOverZero() {
    Halving mutant =
        new Halving() {
          @Override
          double[] gradient(double[] told) {
            double norm = Math.sqrt(Arrays.stream(told).map(slope -> slope * slope).sum());
            return Arrays.stream(told).map(slope -> slope / norm).toArray();
          }
        };
    assertThat(Faults.only(mutant, "oracle-minimum")).startsWith("LOSS has parameter 0 at NaN");
  }

  @Test
  void flipThatForgets() {
    Halving mutant =
        new Halving() {
          @Override
          double drive(double drive) {
            return 0;
          }
        };
    assertThat(Faults.only(mutant, "oracle-flips"))
        .startsWith("after flip(1), called twice, request ");
  }

  @Test
  void answersThatAreWritten() {
    Halving mutant =
        new Halving() {
          @Override
          double[] gradient(double[] told) {
            told[0] *= 2;
            return told.clone();
          }
        };
    assertThat(Faults.first(mutant, "oracle-questions"))
        .isEqualTo("tell(...) changed the vector, which is to be read only");
  }

  @Test
  void stepsThatDoNotEnd() {
    Halving mutant =
        new Halving() {
          @Override
          int mostTried() {
            return Integer.MAX_VALUE;
          }

          @Override
          boolean isEnough(double told, double loss, double[] asked, double[] point) {
            return false;
          }
        };
    assertThat(Faults.first(mutant, "oracle-questions"))
        .isEqualTo("a step has asked 1000 questions and does not end");
  }

  /** Its copies overwrite each other. */
  private static final class Shared extends Halving {
    private static double shared;
    private final double width;

    Shared(double width) {
      this.width = width;
      shared = width;
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("width", width, Interval.POSITIVE, "of a step"));
    }

    @Override
    public OracleOptimizer with(Map<String, Double> values) {
      return new Shared(values.get("width"));
    }

    @Override
    double length(double length, double loss) {
      return shared;
    }
  }
}
