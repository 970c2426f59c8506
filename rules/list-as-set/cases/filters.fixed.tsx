import { useState } from 'react';

interface Photo {
  id: string;
  album: string;
}

const FORMATS = ['jpg', 'png', 'gif', 'webp'];

export function Albums({ photos }: { photos: Photo[] }) {
  const albums: string[] = [];
  const albumsSet = new Set<string>();
  for (const photo of photos) {
    if (!albumsSet.has(photo.album)) {
      albums.push(photo.album);
      albumsSet.add(photo.album);
    }
  }
  return <ul>{albums.map((album) => <li key={album}>{album}</li>)}</ul>;
}

export function Names({ photos }: { photos: Photo[] }) {
  return (
    <ul>
      {[...new Set(photos.map((photo) => photo.album))].map((album) => (
        <li key={album}>{album}</li>
      ))}
    </ul>
  );
}

export function Upload({ extension }: { extension: string }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return <button disabled={!FORMATS.includes(extension)} onClick={() => toggle(extension)} />;
}
