"""AES-256 as an encrypted backup uses it: encryption only, for fixtures. FIPS 197, RFC 3394."""
import struct


def _sbox():
    box, p, q = [0] * 256, 1, 1
    while True:
        p ^= (p << 1) ^ (0x11B if p & 0x80 else 0)
        p &= 0xFF
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        box[p] = q ^ (q << 1 | q >> 7) & 0xFF ^ (q << 2 | q >> 6) & 0xFF ^ (q << 3 | q >> 5) & 0xFF \
            ^ (q << 4 | q >> 4) & 0xFF ^ 0x63
        if p == 1:
            box[0] = 0x63
            return box


_BOX = _sbox()
_TABLES = [[], [], [], []]
for _s in _BOX:
    _two = (_s << 1) ^ (0x11B if _s & 0x80 else 0)
    _word = _two << 24 | _s << 16 | _s << 8 | (_two ^ _s)
    for _table in _TABLES:
        _table.append(_word)
        _word = _word >> 8 | (_word & 0xFF) << 24


def _sub(word):
    return _BOX[word >> 24] << 24 | _BOX[word >> 16 & 255] << 16 | _BOX[word >> 8 & 255] << 8 | _BOX[word & 255]


def schedule(key):
    words, constant = list(struct.unpack(">8I", key)), 1
    for i in range(8, 60):
        word = words[-1]
        if i % 8 == 0:
            word = _sub((word << 8 | word >> 24) & 0xFFFFFFFF) ^ constant << 24
            constant <<= 1
        elif i % 8 == 4:
            word = _sub(word)
        words.append(words[i - 8] ^ word)
    return words


def encrypt_block(words, block):
    state = [a ^ b for a, b in zip(struct.unpack(">4I", block), words)]
    t0, t1, t2, t3 = _TABLES
    for i in range(4, 56, 4):
        a, b, c, d = state
        state = [t0[p >> 24] ^ t1[q >> 16 & 255] ^ t2[r >> 8 & 255] ^ t3[s & 255] ^ words[i + n]
                 for n, (p, q, r, s) in enumerate(((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c)))]
    a, b, c, d = state
    return struct.pack(">4I", *(
        (_BOX[p >> 24] << 24 | _BOX[q >> 16 & 255] << 16 | _BOX[r >> 8 & 255] << 8 | _BOX[s & 255]) ^ words[56 + n]
        for n, (p, q, r, s) in enumerate(((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c)))))


def encrypt_cbc(key, data):
    """CBC from a zero vector, padded after PKCS #7."""
    words, previous, out = schedule(key), bytes(16), []
    data += bytes([16 - len(data) % 16]) * (16 - len(data) % 16)
    for at in range(0, len(data), 16):
        mixed = int.from_bytes(data[at:at + 16], "big") ^ int.from_bytes(previous, "big")
        previous = encrypt_block(words, mixed.to_bytes(16, "big"))
        out.append(previous)
    return b"".join(out)


def wrap(key, secret):
    """RFC 3394."""
    words, check, rows = schedule(key), 0xA6A6A6A6A6A6A6A6, [secret[i:i + 8] for i in range(0, len(secret), 8)]
    step = 0
    for _ in range(6):
        for i, row in enumerate(rows):
            step += 1
            block = encrypt_block(words, struct.pack(">Q", check) + row)
            check = struct.unpack(">Q", block[:8])[0] ^ step
            rows[i] = block[8:]
    return struct.pack(">Q", check) + b"".join(rows)
