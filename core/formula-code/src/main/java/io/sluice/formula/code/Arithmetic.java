package io.sluice.formula.code;

import io.sluice.formula.Elements;
import io.sluice.formula.Operation;
import java.util.function.IntConsumer;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the instructions of one element. These are the only operations that code can have. */
final class Arithmetic {

  private static final String ELEMENTS = Type.getInternalName(Elements.class);
  private static final String CHOOSING = Type.getInternalName(Choosing.class);
  private static final String MATH = "java/lang/Math";

  private final MethodVisitor method;
  private final IntConsumer push;

  /**
   * A writer.
   *
   * @param push writes what puts an operand on the stack
   */
  Arithmetic(MethodVisitor method, IntConsumer push) {
    this.method = method;
    this.push = push;
  }

  /**
   * How much an element adds to the length of a loop. Values that several like operations need make
   * vectors less likely, so choices weigh most.
   */
  static int weight(Element element) {
    switch (element.operation()) {
      case FILL:
        return 0;
      case MINIMUM, MAXIMUM, ABSOLUTE, SQRT, SQUARE:
        return 2;
      case LESS, AT_MOST, EQUAL, WHERE_DEFINED:
        return 6;
      case SELECT:
        return element.order() == null ? 12 : 8;
      case SIGN, SIGMOID_OF_DECAY, SIGMOID_SLOPE_OF_DECAY, SOFTPLUS_OF_LOGARITHM:
        return 8;
      case GATE_OF_DECAY, GATE_SLOPE_OF_DECAY:
        return 6;
      default:
        return 1;
    }
  }

  /** Leaves the value on the stack. */
  void write(Element element) {
    int u = element.operands().get(0);
    int v = element.operands().size() > 1 ? element.operands().get(1) : Operand.ZERO;
    switch (element.operation()) {
      case LESS -> difference(v, u, "positive");
      case AT_MOST -> difference(u, v, "notPositive");
      case EQUAL -> difference(u, v, "zero");
      case SELECT -> select(element, u, v);
      case MAXIMUM -> {
        // In the same order as in Elements, so that one serves both.
        push.accept(Operand.isZero(v) ? v : u);
        push.accept(Operand.isZero(v) ? u : v);
        finish(element.operation());
      }
      default -> {
        element.operands().forEach(push::accept);
        finish(element.operation());
      }
    }
  }

  private void finish(Operation operation) {
    switch (operation) {
      case FILL -> {}
      case ADD -> method.visitInsn(Opcodes.DADD);
      case SUBTRACT -> method.visitInsn(Opcodes.DSUB);
      case MULTIPLY -> method.visitInsn(Opcodes.DMUL);
      case DIVIDE -> method.visitInsn(Opcodes.DDIV);
      case NEGATE -> method.visitInsn(Opcodes.DNEG);
      case SQUARE -> {
        method.visitInsn(Opcodes.DUP2);
        method.visitInsn(Opcodes.DMUL);
      }
      case MINIMUM -> call(MATH, "min", 2);
      case MAXIMUM -> call(MATH, "max", 2);
      case ABSOLUTE -> call(MATH, "abs", 1);
      case SQRT -> call(MATH, "sqrt", 1);
      case SIGN -> call(ELEMENTS, "sign", 1);
      case SIGMOID_OF_DECAY -> call(ELEMENTS, "sigmoid", 2);
      case SIGMOID_SLOPE_OF_DECAY -> call(ELEMENTS, "sigmoidSlope", 1);
      case SOFTPLUS_OF_LOGARITHM -> call(ELEMENTS, "softplus", 2);
      case GATE_OF_DECAY -> call(ELEMENTS, "gate", 2);
      case GATE_SLOPE_OF_DECAY -> call(ELEMENTS, "gateSlope", 2);
      case WHERE_DEFINED -> call(CHOOSING, "whereDefined", 2);
      default -> throw new IllegalStateException("no code for " + operation);
    }
  }

  private void select(Element element, int u, int v) {
    int then = element.operands().get(2);
    int otherwise = element.operands().get(3);
    Integer order = element.order();
    Integer reverse = order == null ? null : -order;
    switch (element.gate()) {
      case LESS -> choose(v, u, false, then, otherwise, order);
      case AT_MOST -> choose(u, v, false, otherwise, then, reverse);
      default -> choose(u, v, true, otherwise, then, reverse);
    }
  }

  private void choose(int u, int v, boolean absolute, int positive, int otherwise, Integer order) {
    subtract(u, v);
    if (absolute) {
      call(MATH, "abs", 1);
    }
    call(CHOOSING, "gate", 1);
    push.accept(positive);
    push.accept(otherwise);
    String choice = order == null ? "choose" : order > 0 ? "chooseLess" : "chooseGreater";
    call(CHOOSING, choice, 3);
  }

  private void difference(int u, int v, String test) {
    subtract(u, v);
    call(ELEMENTS, test, 1);
  }

  /** u - v; without a sign to zero, which makes no difference here. */
  private void subtract(int u, int v) {
    if (Operand.isZero(v)) {
      push.accept(u);
    } else if (Operand.isZero(u)) {
      push.accept(v);
      method.visitInsn(Opcodes.DNEG);
    } else {
      push.accept(u);
      push.accept(v);
      method.visitInsn(Opcodes.DSUB);
    }
  }

  private void call(String owner, String name, int operands) {
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, owner, name, "(" + "D".repeat(operands) + ")D", false);
  }
}
