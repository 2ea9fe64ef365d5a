package io.sluice.math;

/**
 * The block forms of this package behind one door. The static block forms, such as {@link
 * Exponential#exps}, go through the kernels that {@link #running} gives; those are the {@link
 * #scalar} ones or a faster twin, found by {@link java.util.ServiceLoader}, that gives the same
 * bits.
 *
 * <p>The system property {@code sluice.math} chooses: {@code auto}, the preset, takes vectors where
 * the machine and the Java have them; {@code scalar}, {@code vector}, {@code vector-256} and {@code
 * vector-512} are orders.
 *
 * <p>In every function a result may be written over an input, but a fast twin may be slow then.
 * Blocks are {@code from <= i < to}. What the functions compute is said at the scalar forms.
 */
public interface LaneKernels {

  /**
   * The kernels every block form of this process goes through.
   *
   * @throws IllegalStateException if those that {@code sluice.math} asks for cannot be had
   */
  static LaneKernels running() {
    return KernelChoice.running();
  }

  /** The plain loops over the scalar forms, which every twin equals bit by bit. */
  static LaneKernels scalar() {
    return ScalarKernels.INSTANCE;
  }

  /** Such as {@code scalar} or {@code vector-512}. */
  String name();

  /** Whether this machine has the instructions that make these kernels worth having. */
  boolean isFast();

  /** {@code y[i] = }{@link Exponential#exp}{@code (x[i])}. */
  void exps(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Exponential#decay}{@code (x[i])}. */
  void decays(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Exponential#expm1}{@code (x[i])}. */
  void expm1s(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Logarithm#log}{@code (x[i])}. */
  void logs(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Logarithm#log1p}{@code (x[i])}. */
  void log1ps(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Hyperbolic#tanh}{@code (x[i])}. */
  void tanhs(double[] x, double[] y, int from, int to);

  /** The same, and {@code slope[i] = }{@link Hyperbolic#sechSquared}{@code (x[i])}. */
  void tanhsAndSlopes(double[] x, double[] y, double[] slope, int from, int to);

  /** {@code y[i] = }{@link Logistic#sigmoid(double)}{@code (x[i])}. */
  void sigmoids(double[] x, double[] y, int from, int to);

  /** The same, and {@code slope[i] = }{@link Logistic#sigmoidSlope}{@code (x[i])}. */
  void sigmoidsAndSlopes(double[] x, double[] y, double[] slope, int from, int to);

  /** {@code y[i] = }{@link Logistic#softplus(double)}{@code (x[i])}. */
  void softpluses(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Trigonometric#sin(double)}{@code (x[i])}. */
  void sins(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Trigonometric#cos(double)}{@code (x[i])}. */
  void coss(double[] x, double[] y, int from, int to);

  /** Both of them from one reduction. */
  void sinsAndCosines(double[] x, double[] sine, double[] cosine, int from, int to);

  /** {@code y[i] = }{@link ProductAngle#sin}{@code (rates[i], x[i])}. */
  void sinsOfProducts(double[] rates, double[] x, double[] y, int from, int to);

  /** The same, and {@code cosine[i] = }{@link ProductAngle#cos}{@code (rates[i], x[i])}. */
  void sinsAndCosinesOfProducts(
      double[] rates, double[] x, double[] sine, double[] cosine, int from, int to);

  /** {@code y[i] = }{@link ErrorFunction#erf}{@code (x[i])}. */
  void erfs(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link ErrorFunction#erfc}{@code (x[i])}. */
  void erfcs(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Normal#bell}{@code (x[i])}. */
  void bells(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Normal#cumulative(double)}{@code (x[i])}. */
  void cumulatives(double[] x, double[] y, int from, int to);

  /** {@code y[i] = }{@link Normal#cumulative(double, double)}{@code (x[i], bell[i])}. */
  void cumulatives(double[] x, double[] bell, double[] y, int from, int to);

  /** See {@link RootQuotient}. */
  void rootQuotients(
      double[] over,
      double[] scales,
      double[] squares,
      double[] factors,
      double[] constants,
      double[] y,
      int from,
      int to);

  /** See {@link AdaptiveMoments#steps}. */
  void steps(
      double[] mean,
      double toMean,
      double[] square,
      double keptSquare,
      double toSquare,
      double scale,
      double factor,
      double constant,
      double[] gradients,
      double[] target,
      boolean add,
      int from,
      int to);

  /** See {@link LaneProduct#products}; the sizes fit, and only these lanes are wanted. */
  void products(
      LaneMatrix left, LaneMatrix right, LaneMatrix product, boolean add, int from, int to);

  /** See {@link LaneRows#keepLeast}. */
  boolean keepLeast(
      double[] x,
      double[] least,
      double[] marks,
      double mark,
      double[] awaited,
      double limit,
      int length);

  /** See {@link LaneRows#sum}. */
  void sum(double[] x, int from, int rows, int stride, int lanes, double[] target, int at);

  /** See {@link LaneRows#multiply}. */
  void multiply(double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length);

  /** See {@link LaneRows#add}. */
  void add(double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length);

  /** See {@link LaneRows#multiplyAdd}. */
  void multiplyAdd(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length);

  /** See {@link LaneRows#least}. */
  double least(double[] x, int from, int to);

  /** See {@link LaneRows#areWithin}. */
  boolean areWithin(double[] x, int from, int to, double lower, double upper);
}
