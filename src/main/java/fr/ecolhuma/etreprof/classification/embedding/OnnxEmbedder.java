package fr.ecolhuma.etreprof.classification.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A sentence encoder in ONNX with the tokenizer of Hugging Face. Its inputs are {@code input_ids},
 * {@code attention_mask} and, where it has it, {@code token_type_ids}, each of shape (1, tokens). Its first output is one
 * vector a text, (1, size), or one a token, (1, tokens, size), of which the mean is taken.
 */
final class OnnxEmbedder implements Embedder {

    private static final int MOST_TOKENS = 512;
    private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");

    private static final float[] NO_TOKENS = {};

    private final String id;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private OnnxEmbedder(String id, OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.id = id;
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /** One thread a call: more would add up in another order each time, and the service has callers of its own. */
    static Embedder open(String id, Path model, Path tokenizer) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(model.toString(), options);
            if (!INPUTS.containsAll(session.getInputNames())) {
                throw new EmbedderException("the embedder: found the inputs %s of %s, expected only %s"
                        .formatted(session.getInputNames(), EmbedderFolder.MODEL, INPUTS));
            }
            return new OnnxEmbedder(id, environment, session, tokenizer(tokenizer));
        } catch (OrtException _) {
            throw new EmbedderException("the embedder: found no model of ONNX in %s; export the encoder again"
                    .formatted(EmbedderFolder.MODEL));
        }
    }

    private static HuggingFaceTokenizer tokenizer(Path file) {
        try {
            return HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optTruncation(true)
                    .optMaxLength(MOST_TOKENS)
                    .optPadding(false)
                    .build();
        } catch (IOException | RuntimeException _) {
            throw new EmbedderException("the embedder: found no tokenizer in %s, expected one as Hugging Face writes it"
                    .formatted(EmbedderFolder.TOKENIZER));
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public float[] embed(String text) {
        Encoding encoding = tokenizer.encode(text);
        if (encoding.getIds().length == 0) {
            return NO_TOKENS;
        }
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(name, OnnxTensor.createTensor(environment, new long[][] {row(name, encoding)}));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return unit(vector(result.get(0).getValue()));
            }
        } catch (OrtException _) {
            throw new EmbedderException("the embedder: %s fails on a text; check it with its own tokenizer"
                    .formatted(EmbedderFolder.MODEL));
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static long[] row(String name, Encoding encoding) {
        return switch (name) {
            case "input_ids" -> encoding.getIds();
            case "attention_mask" -> encoding.getAttentionMask();
            default -> encoding.getTypeIds();
        };
    }

    private static float[] vector(Object output) {
        return switch (output) {
            case float[][] texts -> texts[0];
            case float[][][] tokens -> mean(tokens[0]);
            default ->
                throw new EmbedderException(
                        "the embedder: found another first output in %s than numbers of shape (1, size) or (1, tokens, size)"
                                .formatted(EmbedderFolder.MODEL));
        };
    }

    /** No token is padding, since one text is encoded at a time. */
    private static float[] mean(float[][] tokens) {
        float[] mean = new float[tokens.length == 0 ? 0 : tokens[0].length];
        for (float[] token : tokens) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += token[i] / tokens.length;
            }
        }
        return mean;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float factor = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        float[] unit = vector.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] *= factor;
        }
        return unit;
    }
}
