export default function Home() {
  return <main>Lastref</main>;
}
