package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.complaints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyComplaintsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "optimisers: [adam] | 5:1: unknown key \"optimisers\" (did you mean \"optimizers\"?)",
        "zzzzzzzzzzzzzzzzz: 1 | 5:1: unknown key \"zzzzzzzzzzzzzzzzz\"; allowed: study, question,"
            + " decide-by, seed, repeats, budget, targets, stop, monitor, loss, problems, validation, networks, activations,"
            + " optimizers, weight-policies, bounds, initial-weights, batches, schedules,"
            + " clipping, weight-decay, tuning, measure, metrics, keep",
        "study: again | 5:1: duplicate key \"study\", already given at s.yaml:1:1",
        "decide-by: 1e-3 | 5:12: \"decide-by\" must be {target: 1e-3} or {metric:"
            + " validation-accuracy}, not 1e-3",
        "decide-by: {} | 5:12: \"decide-by\" must name one, for example {target: 1e-3}",
        "decide-by: {targte: 1e-3} | 5:13: unknown key \"targte\" (did you mean \"target\"?)",
        "decide-by: {target: 1e-4} | 5:21: \"target\" must be one of the targets 0.01, 0.001, not"
            + " 1e-4",
        "decide-by: {target: small} | 5:21: \"target\" must be a number such as 1e-3, not \"small\"",
        "decide-by: {metric: acuracy} | 5:21: \"metric\" must be one of loss, best-loss, accuracy,"
            + " r2, validation-loss, validation-accuracy, validation-r2, sup-error,"
            + " validation-sup-error, not \"acuracy\" (did you"
            + " mean \"accuracy\"?)",
        "decide-by: {metric: accuracy} | 5:21: the study is to be decided by accuracy, but"
            + " \"metrics\" does not name it",
        "decide-by: {metric: loss, target: 1e-3} | 5:12: \"decide-by\" names a target and a metric,"
            + " but only one decides",
        "repeats: many | 5:10: \"repeats\" must be a whole number from 1 to 2147483647 such as 20,"
            + " not \"many\"",
        "repeats: 0 | 5:10: \"repeats\" must be a whole number from 1 to 2147483647 such as 20,"
            + " not 0",
        "repeats: 2.5 | 5:10: \"repeats\" must be a whole number from 1 to 2147483647 such as 20,"
            + " not 2.5",
        "repeats: [1, 2] | 5:10: \"repeats\" must be a whole number from 1 to 2147483647 such as"
            + " 20, not a list",
        "seed: 9223372036854775808 | 5:7: \"seed\" must be a whole number from"
            + " -9223372036854775808 to 9223372036854775807 such as 42, not 9223372036854775808",
        "seed: 1e999999999 | 5:7: \"seed\" must be a whole number from -9223372036854775808 to"
            + " 9223372036854775807 such as 42, not 1e999999999",
        "budget: lots | 5:9: \"budget\" must be a number such as 3000, {steps: 1000} or"
            + " {evaluations: 1000}, not \"lots\"",
        "budget: 0.5 | 5:9: a budget is at least 1 and at most 1e12, not 0.5",
        "budget: {step: 10} | 5:10: unknown key \"step\" (did you mean \"steps\"?)",
        "budget: {steps: 10, evaluations: 10} | 5:9: a budget counts one of forward-equivalents,"
            + " steps, evaluations, not several",
        "budget: {steps: 1.5} | 5:17: \"steps\" must be a whole number from 1 to 1000000000000"
            + " such as 1000, not 1.5",
        "budget: {steps: 10, gradient-cost: 0.5} | 5:36: the cost of a gradient is a number from 1"
            + " on, not 0.5",
        "targets: [0.1, 0.01, 1e-1] | 5:22: \"targets\" has 0.1 twice",
        "targets: [0.1, .inf] | 5:16: \"targets\" must be a finite number such as 0.1, not .inf",
        "targets: [0.1, small] | 5:16: \"targets\" must be a number such as 0.1, not \"small\"",
        "targets: [0.1, true] | 5:16: \"targets\" must be a number such as 0.1, not \"true\"",
        "stop: never | 5:7: \"stop\" must be last-target or budget, not \"never\"",
        "loss: msee | 5:7: \"loss\" must be one of mse, mae, huber, log-cosh,"
            + " binary-cross-entropy, softmax-cross-entropy, not \"msee\" (did you mean \"mse\"?)",
        "loss: {id: hubert} | 5:12: \"id\" must be one of mse, mae, huber, log-cosh,"
            + " binary-cross-entropy, softmax-cross-entropy, not \"hubert\" (did you mean"
            + " \"huber\"?)",
        "loss: {delta: 1} | 5:7: a loss needs the key \"id\": it is written as mse or {id: huber,"
            + " delta: 0.5}",
        "loss: [mse] | 5:7: a loss is written as mse or {id: huber, delta: 0.5}, not as a list",
        "loss: {id: huber, delat: 2} | 5:26: huber has no hyper-parameter \"delat\" (did you mean"
            + " \"delta\"?); it has delta",
        "loss: {id: mse, delta: 2} | 5:24: mse has no hyper-parameter \"delta\"; it has none",
        "loss: {id: huber, delta: 0} | 5:26: delta must lie in (0, ∞), but is 0.0",
        "loss: {id: huber, delta: [1, 2]} | 5:26: \"delta\" must be a number such as 0.5, not a list",
        "validation: 1 | 5:13: \"validation\" must be a share from 0 to below 1 such as 0.25, not 1",
        "validation: -0.1 | 5:13: \"validation\" must be a share from 0 to below 1 such as 0.25, not"
            + " -0.1",
        "validation: {last: 1} | 5:20: \"last\" must be a share from 0 to below 1 such as 0.25, not"
            + " 1",
        "validation: {first: 0.5} | 5:14: unknown key \"first\"; allowed: share, last, folds,"
            + " stratified",
        "validation: half | 5:13: \"validation\" must be a number such as 0.25, not \"half\"",
        "metrics: [loss, acuracy] | 5:17: \"metrics\" must be one of loss, best-loss, accuracy, r2,"
            + " validation-loss, validation-accuracy, validation-r2, sup-error,"
            + " validation-sup-error, saturated, dead, slope-mean, gradient-norm, depth-ratio,"
            + " gradient-cosine, update-ratio, at-bound, bound-contacts, weight-movement,"
            + " folding-gap, affine-gap, second-difference, linear-floor, curve-error,"
            + " separability, input-separability, boundary-flatness, pieces, linearisation-gap,"
            + " tangent-alignment, tangent-change, not \"acuracy\" (did you mean \"accuracy\"?)",
        "metrics: [] | 5:10: \"metrics\" must name at least one, for example metrics: [loss,"
            + " best-loss]",
        "metrics: [r2, loss, r2] | 5:10: \"metrics\" names r2 twice",
        "question: [a] | 5:11: \"question\" must be a sentence such as \"Which pair is faster?\","
            + " not a list",
        "activations: [tanh, ''] | 5:21: an activation is written as tanh, {id: snake, a: 2} or"
            + " {layers: [tanh, relu]}, not as an empty value",
        "activations: {a: 2} | 5:14: an activation needs the key \"id\": it is written as tanh,"
            + " {id: snake, a: 2} or {layers: [tanh, relu]}",
        "activations: {id: snake, a: fast} | 5:29: \"a\" must be a number, true or false, a list of"
            + " them, or a range such as {from: 1e-4, to: 1, count: 5, scale: log}, not \"fast\"",
        "activations: {id: snake, a: [1, .nan]} | 5:33: \"a\" must be a finite number such as"
            + " {from: 1e-4, to: 1, count: 5, scale: log}, not .nan",
        "activations: {id: snake, a: []} | 5:29: \"a\" must name at least one, for example 0.1",
        "activations: {layers: [tanh], a: 2} | 5:31: unknown key \"a\"; allowed: layers, train",
        "activations: {layers: []} | 5:23: \"layers\" must name at least one, for example [tanh,"
            + " relu]",
        "activations: {layers: [[tanh]]} | 5:24: the activation of a layer is written as tanh or"
            + " {id: snake, a: 2}, not as a list",
        "weight-policies: [clip, reflekt] | 5:25: \"weight-policies\" must be one of none, clip,"
            + " reflect, reflect-flip, sign-flip, wrap, not \"reflekt\" (did you mean"
            + " \"reflect\"?)",
        "weight-policies: [] | 5:18: \"weight-policies\" must name at least one, for example"
            + " weight-policies: [none]",
        "bounds: wide | 5:9: bounds are initial, a number such as 5 (for -5 to 5), {lower: -1,"
            + " upper: 2} or {from-activation: 0.05}, not \"wide\"",
        "bounds: [-1, 2] | 5:10: a single number B stands for the bounds -B to B, so it lies above"
            + " 0 and is not -1; for others write {lower: -1, upper: 2}",
        "bounds: {lower: 2, upper: 1} | 5:9: bounds are two finite numbers, the lower one first,"
            + " not 2 and 1",
        "bounds: {lower: 2} | 5:9: \"upper\" is missing, for example {lower: -1, upper: 2}",
        "bounds: {from-activation: 1.5} | 5:27: the share of the largest slope lies in (0, 1)"
            + " and is not 1.5",
        "bounds: {from-activation: {slop: 0.5}} | 5:28: unknown key \"slop\" (did you mean"
            + " \"slope\"?)",
        "bounds: {from-activation: {period: 0}} | 5:36: the share of the period lies in (0, ∞) and"
            + " is not 0",
        "bounds: {from-activation: {slope: 0.1, period: 1}} | 5:27: an activation is read in one"
            + " way at a time",
        "bounds: {from-activation: []} | 5:27: bounds from an activation are a share of its slope"
            + " such as 0.05, or one of {slope: 0.05}, {curvature: 0.05}, {period: 0.5} and"
            + " {outputs: 0.1}, not an empty list",
        "bounds: {from-activation: 0.5, lower: 1} | 5:32: unknown key \"lower\"; allowed:"
            + " from-activation",
        "initial-weights: 1 | 5:18: initial weights are {uniform: 1}, {normal: 0.5}, {explicit:"
            + " [0.1, -0.2]}, or a scheme such as he-normal or {id: he-normal, gain: 2}, not 1",
        "initial-weights: he-norml | 5:18: unknown initial weights \"he-norml\" (did you mean"
            + " \"he-normal\"?)",
        "initial-weights: {id: gloro-uniform} | 5:23: unknown initial weights \"gloro-uniform\" (did"
            + " you mean \"glorot-uniform\"?)",
        "initial-weights: uniform | 5:18: uniform needs numbers: initial weights are {uniform: 1},"
            + " {normal: 0.5}, {explicit: [0.1, -0.2]}, or a scheme such as he-normal or {id:"
            + " he-normal, gain: 2}",
        "initial-weights: {he-normal: 2} | 5:18: the scheme he-normal is written he-normal or {id:"
            + " he-normal, gain: 2}",
        "initial-weights: {random-walk: 2} | 5:18: the scheme random-walk is written random-walk",
        "initial-weights: {edge-of-chaos: 0.2} | 5:18: the scheme edge-of-chaos is written {id:"
            + " edge-of-chaos, bias-deviation: 0.2}",
        "initial-weights: edge-of-chaos | 5:18: edge-of-chaos needs the key \"bias-deviation\", for"
            + " example {id: edge-of-chaos, bias-deviation: 0.2}",
        "initial-weights: {id: edge-of-chaos, bias-deviation: -1} | 5:54: the bias-deviation of"
            + " edge-of-chaos is a finite number from 0 on, not -1",
        "initial-weights: {id: he-normal, gian: 2} | 5:34: unknown key \"gian\" (did you mean"
            + " \"gain\"?)",
        "initial-weights: {id: he-normal, gain: 0} | 5:40: the gain of he-normal is a finite number"
            + " above 0, not 0",
        "initial-weights: {id: orthogonal, gain: [1, 1]} | 5:45: \"gain\" has 1 twice",
        "initial-weights: {id: random-walk, gain: 2} | 5:36: unknown key \"gain\"; allowed: id",
        "initial-weights: {id: variance-preserving, direction: forwards} | 5:55: \"direction\" must"
            + " be forward or backward, not \"forwards\" (did you mean \"forward\"?)",
        "initial-weights: {id: variance-preserving, direction: [backward, backward]} | 5:66:"
            + " \"direction\" has backward twice",
        "initial-weights: {normal: 0} | 5:27: the standard deviation of normal initial weights is a"
            + " finite number above 0, not 0",
        "initial-weights: {uniform: 1, normal: 1} | 5:18: initial weights are one of \"uniform\","
            + " \"normal\" and \"explicit\": {uniform: 1}, {normal: 0.5}, {explicit: [0.1, -0.2]},"
            + " or a scheme such as he-normal or {id: he-normal, gain: 2}",
        "initial-weights: {uniform: [1, -1]} | 5:28: the limit of uniform initial weights is a"
            + " finite number above 0, not -1",
        "initial-weights: {explicit: [1, x]} | 5:33: \"explicit\" must be a number such as 0.1, not"
            + " \"x\"",
        "initial-weights: {paired: [{activation: tanh}]} | 5:28: \"weights\" is missing,"
            + " for example {activation: tanh, weights: [0.1, -0.2]}",
        "initial-weights: {paired: [{optimizer: sgd, weights: [1]}]} | 5:29: unknown key"
            + " \"optimizer\"; allowed: problem, network, activation, weights",
        "initial-weights: {paired: [{weights: [1]}]} | 5:28: a paired start names one or more of"
            + " problem, network, activation, not []",
        "initial-weights: {paired: [1]} | 5:28: a paired start is written as {activation: tanh,"
            + " weights: [0.1, -0.2]}, not 1",
        "initial-weights: {unifrom: 1} | 5:19: unknown key \"unifrom\" (did you mean"
            + " \"uniform\"?)",
        "batches: 8 | 5:10: batches are written as full, {size: 8} or {size: [8, 32], order:"
            + " fixed}, not as 8",
        "batches: {size: 0} | 5:17: \"size\" must be a whole number from 1 to 2147483647 such as 8,"
            + " not 0",
        "batches: {order: fixed} | 5:10: \"size\" is missing, for example {size: 8}",
        "batches: {size: 8, order: random} | 5:27: \"order\" must be one of shuffled, fixed,"
            + " sequential, not \"random\"",
        "batches: [{size: 8}, {size: 8, order: shuffled}] | 5:22: \"batches\" names 8 shuffled"
            + " twice",
        "schedules: cosin | 5:12: \"schedules\" must be one of constant, step, exponential,"
            + " linear, cosine, one-cycle, reduce-on-plateau, not \"cosin\" (did you mean \"cosine\"?)",
        "schedules: {gamma: 1} | 5:12: \"id\" is missing, for example cosine or {id: step, every:"
            + " 100, gamma: 0.5}",
        "schedules: {id: cosine, alhpa: 0} | 5:32: cosine has no hyper-parameter \"alhpa\" (did"
            + " you mean \"alpha\"?); it has alpha, warm-up",
        "schedules: {id: cosine, alpha: 2} | 5:32: alpha must lie in [0, 1], but is 2.0",
        "schedules: {id: step, every: 2.5} | 5:12: every is a whole number of updates, or below 1"
            + " a share of them, and not 2.5",
        "clipping: 1 | 5:11: clipping is written as none, {norm: 1} or {value: 0.5}, not as 1",
        "clipping: {norm: -1} | 5:18: the limit of a gradient is a finite number above 0, not"
            + " -1",
        "clipping: {norm: 1, value: 1} | 5:11: clipping is one of norm, value: none, {norm: 1} or"
            + " {value: 0.5}",
        "weight-decay: {l1: 1} | 5:16: unknown key \"l1\" (did you mean \"l2\"?)",
        "weight-decay: {l2: 1, of: matrixes} | 5:27: \"of\" must be matrices or all, not"
            + " \"matrixes\" (did you mean \"matrices\"?)",
        "weight-decay: {of: all} | 5:15: a weight decay is one of l2, decoupled: none, {l2: 0.01}"
            + " or {decoupled: 0.01, of: all}",
        "stop: {divergence: 0} | 5:20: \"divergence\" must be a loss above 0 such as 1e6, not 0",
        "stop: {at: never} | 5:12: \"at\" must be last-target or budget, not \"never\"",
        "stop: {patients: 5} | 5:8: unknown key \"patients\" (did you mean \"patience\"?)",
        "stop: {patience: 0} | 5:18: \"patience\" must be a whole number from 1 to 2147483647 such"
            + " as 10, not 0",
        "stop: {min-delta: 1} | 5:19: min-delta has no meaning without patience",
        "stop: {patience: 5, min-delta: -1} | 5:32: min-delta is a finite number from 0 on, not -1",
        "monitor: accuracy | 5:10: \"monitor\" must be loss or validation-loss, not \"accuracy\"",
        "measure: 100 | 5:10: \"measure\" must be none, {every: 100} or {per-decade: 10}, not 100",
        "measure: {every: 0} | 5:18: \"every\" must be a whole number from 1 to 1000000000 such as"
            + " 100, not 0",
        "measure: {every: 5, per-decade: 2} | 5:10: \"measure\" has either \"every\" or"
            + " \"per-decade\", not both",
      })
  void namesThePlaceTheKeyTheValueAndWhatIsAllowed(String fifthLine, String complaint) {
    assertThat(complaints(SMALL + fifthLine).lines()).contains("s.yaml:" + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{heads: [{loss: mse}]} | \"outputs\" is missing, for example outputs: 2",
        "{heads: [{outputs: 0}]} | \"outputs\" must be a whole number from 1 to 4096 such as 2, not 0",
        "{heads: [{outputs: 2, loss: hubert}]} | did you mean \"huber\"?",
        "{heads: [{outputs: 2, weight: 0}]} | the weight of a head is a number above 0, not 0",
        "{heads: []} | \"heads\"",
        "{heads: [{outputs: 2}], delta: 1} | unknown key \"delta\"",
      })
  void lossesOfHeadsToo(String loss, String complaint) {
    String text =
        "{study: small, problems: xor, optimizers: adam, networks: {hidden: 2}, loss: "
            + loss
            + "}";
    assertThat(complaints(text)).contains(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1-16-1 | 1:63: a network is written as {hidden: [16, 16], output: linear}, not as"
            + " \"1-16-1\"",
        "{output: linear} | 1:63: \"hidden\" is missing, for example hidden: [16], or hidden: []"
            + " for a single layer",
        "{hidden: [16, 0]} | 1:77: \"hidden\" must be a whole number from 1 to 4096 such as 16,"
            + " not 0",
        "{hidden: 1, output: relu} | 1:83: \"output\" must be activated or linear, not \"relu\"",
        "{hidden: 1, bias: no} | 1:81: \"bias\" must be true or false, not \"no\"",
        "{hidden: [{units: 2, recurrent: lsmt}]} | 1:95: \"recurrent\" must be one of simple, lstm, gru,"
            + " not \"lsmt\" (did you mean \"lstm\"?)",
        "{hidden: [{units: 2, recurrent: {step: 2}}]} | 1:95: \"cell\" is missing, for example cell:"
            + " lstm",
        "{hidden: [{units: 2, recurrent: {cell: simple, forget-bias: 1}}]} | 1:95: a simple cell has"
            + " no gate whose bias could start at 1",
        "{hidden: [{units: 2, recurrent: {cell: gru, identity: 1}}]} | 1:95: only the matrix of a"
            + " simple cell starts as an identity, not that of gru",
        "{hidden: [{units: 2, recurrent: {cell: gru, gate: sgimoid(x)}}]} | 1:113: unknown function"
            + " \"sgimoid\" (did you mean \"sigmoid\"?)",
        "{hidden: [{units: 2, recurrent: gru, rank: 1}]} | 1:73: a recurrent layer has no rank,"
            + " residual or norm",
        "{hidden: 1, bais: true} | 1:75: unknown key \"bais\" (did you mean \"bias\"?)",
      })
  void networksToo(String network, String complaint) {
    String text = "{study: small, problems: xor, optimizers: adam,     networks: " + network + "}";

    assertThat(complaints(text)).isEqualTo("s.yaml:" + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[xor, 30000: 4] | 1:25: a problem needs the key \"id\", or \"csv\", or \"x\" and \"y\": xor, {id: single-example,",
        "{idd: xor} | 1:19: a problem needs the key \"id\", or \"csv\", or \"x\" and \"y\" (did you"
            + " mean \"id\"?): ",
        "{x: 1, y: 2} | 1:19: \"name\" is missing, for example name: my-data",
        "{id: xor, features: fourier} | 1:39: \"features\" must be {random-fourier: {count: 50}},"
            + " {radial: {centres: 20}} or {products: 2}, not \"fourier\"",
        "{id: xor, features: {product: 2}} | 1:40: unknown key \"product\" (did you mean"
            + " \"products\"?)",
        "{id: xor, features: {products: 0}} | 1:50: \"products\" must be a whole number from 1 to 64"
            + " such as 2, not 0",
        "{id: xor, features: {radial: {width: 1}}} | 1:48: \"centres\" is missing, for example"
            + " centres: 20",
        "{id: xor, features: {radial: {centres: 2, width: -1}}} | 1:48: width is a number above 0,"
            + " not -1",
        "{id: xor, features: {products: 2, radial: {centres: 2}}} | 1:39: features are"
            + " random-fourier, radial or products: give one of them",
        "{name: d, x: 1} | 1:19: \"y\" is missing, for example y: [[0], [1]]",
        "{name: d, x: [1, 2], y: [1]} | 1:43: \"y\" needs as many rows as \"x\", 2, but has 1",
        "{name: d, x: [[1, 2], [3]], y: [1, 2]} | 1:41: row 2 of \"x\" has 1 numbers, but the first"
            + " row has 2",
        "{name: d, x: [], y: [1, 2]} | 1:32: \"x\" needs at least one row, such as [[0, 1]]",
        "{name: d, x: [[]], y: [1]} | 1:33: row 1 of \"x\" has 0 numbers",
        "{name: d, x: [1, two], y: [1, 2]} | 1:36: \"x\" holds finite numbers such as 0.5, not"
            + " \"two\"",
        "{name: d, x: [1, [[2]]], y: [1, 2]} | 1:37: \"x\" holds finite numbers such as 0.5, not a"
            + " list",
        "{name: '', x: 1, y: 1} | 1:26: \"name\" must be a text such as my-data, not an empty value",
        "{id: d, csv: e} | 1:19: a problem has either \"id\" or \"csv\", not both",
        "{csv: e, colums: 1} | 1:28: unknown key \"colums\"; allowed: name, csv,"
            + " validation-csv, inputs, outputs, separator, decimal, header, missing, scale,"
            + " training-noise, features, class-weights",
        "{name: d, data-of: e} | 1:38: no problem before this one has data and the name \"e\"",
        "{name: d, data-of: [e]} | 1:38: \"data-of\" must be the name of a problem, not a list",
        "{id: xor, scale: log} | 1:36: \"scale\" must be one of none, standardise, min-max, not"
            + " \"log\"",
        "{id: xor, scale: {inputs: standardised}} | 1:45: \"inputs\" must be one of none,"
            + " standardise, min-max, not \"standardised\" (did you mean \"standardise\"?)",
        "{id: xor, scale: {input: none}} | 1:37: unknown key \"input\" (did you mean \"inputs\"?)",
        "{id: xor, training-noise: 0.1} | 1:45: \"training-noise\" must be {inputs: 0.1}, {outputs:"
            + " 0.1} or both, not 0.1",
        "{id: xor, noise: {inputs: -0.1}} | 1:45: \"inputs\" must be a standard deviation from 0 on"
            + " such as 0.1, not -0.1",
        "{id: xor, training-noise: {input: 1}} | 1:46: unknown key \"input\" (did you mean"
            + " \"inputs\"?)",
        "{id: xor, noise: {inputs: 1}, training-noise: {outputs: 1}} | 1:19: \"noise\" and"
            + " \"training-noise\" say the same: give one of them",
        "[] | 1:19: \"problems\" must name at least one, for example problems: [xor]",
      })
  void problemsToo(String problems, String complaint) {
    String text = "{       problems: " + problems + ", study: s, optimizers: adam}";

    assertThat(complaints(text)).contains("s.yaml:" + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{from: 1, to: 2} | 1:13: \"count\" is missing, for example {from: 1e-4, to: 1, count: 5,"
            + " scale: log}",
        "{from: 1, to: 2, count: 1} | 1:37: \"count\" must be a whole number from 2 to 10000 such"
            + " as 5, not 1",
        "{from: 0, to: 2, count: 3, scale: log} | 1:13: a range with scale log needs ends above 0,"
            + " not 0 and 2",
        "{from: 2, to: 2, count: 3} | 1:13: a range needs two different ends, not twice 2",
        "{from: 1, to: 2, count: 3, scale: cubic} | 1:47: \"scale\" must be linear or log, not"
            + " \"cubic\"",
        "{from: 1, too: 2, to: 3, count: 2} | 1:23: unknown key \"too\" (did you mean \"to\"?)",
      })
  void rangesToo(String range, String complaint) {
    String text = "{  targets: " + range + ", problems: xor, study: s, optimizers: adam}";

    assertThat(complaints(text)).isEqualTo("s.yaml:" + complaint);
  }

  @Test
  void allComplaintsComeAtOnceInTheOrderOfTheText() {
    String text = "Study: s\nseed: x\nproblems: {id: xor}\noptimizers:\nrepeats: -1\nloss: mse\n";

    assertThat(complaints(text).lines())
        .containsExactly(
            "s.yaml:1:1: unknown key \"Study\" (did you mean \"study\"?)",
            "s.yaml:1:1: \"study\" is missing, for example study: my-study",
            "s.yaml:2:7: \"seed\" must be a whole number from -9223372036854775808 to"
                + " 9223372036854775807 such as 42, not \"x\"",
            "s.yaml:4:12: an optimizer is written as adam or {id: adam, learning-rate: 0.01}, not"
                + " as an empty value",
            "s.yaml:5:10: \"repeats\" must be a whole number from 1 to 2147483647 such as 20, not"
                + " -1");
  }

  @Test
  void aComplaintCarriesItsPath() {
    StudyFormatException refused =
        catchThrowableOfType(
            StudyFormatException.class,
            () -> Texts.read(SMALL + "activations: [tanh, {id: snake, a: [1, b]}]"));

    assertThat(refused.complaints())
        .singleElement()
        .satisfies(
            complaint -> {
              assertThat(complaint.path()).isEqualTo("activations[1].a[1]");
              assertThat(complaint.location()).isEqualTo(new Location("s.yaml", 5, 40));
            });
  }

  @Test
  void theNameIsLowerKebabCase() {
    assertThat(complaints(SMALL.replace("small", "My Study")))
        .isEqualTo(
            "s.yaml:1:8: \"study\" must be lower kebab-case such as my-study, not \"My Study\"");
  }

  @Test
  void filesAreRefusedWithoutADirectory() {
    assertThat(
            complaints(
                "study: s\noptimizers: adam\nproblems:\n"
                    + "  - {name: d, csv: /etc/passwd, inputs: 1, outputs: 2}"))
        .isEqualTo(
            "s.yaml:4:20: files cannot be read here: give the data inline, x: [[0, 0], [0, 1]] and"
                + " y: [[0], [1]]");
  }

  @Test
  void aHundredComplaintsAreEnough() {
    String x = "[" + "a, ".repeat(250) + "1]";

    assertThat(
            complaints("study: s\noptimizers: adam\nproblems: {name: d, x: " + x + ", y: 1}")
                .lines())
        .hasSize(Complaints.MOST + 1)
        .last()
        .isEqualTo("s.yaml: and 150 more");
  }
}
